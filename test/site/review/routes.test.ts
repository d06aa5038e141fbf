import { describe, expect, test } from 'vitest'
import { NOTE_BYTES } from '#content/model/spoken-texts.ts'
import { answer, openReviewing, sound, WORDS } from './reviewing.ts'

const EDITOR = { role: 'editor', organizations: 'all' } as const
const ORDER = { documentIds: ['papers'], language: 'ti', days: 2 }
const DAY_MS = 86_400_000

async function openLink() {
  const reviewing = await openReviewing()
  const ask = await reviewing.asSomebody(EDITOR)
  const { status, body } = await ask('review-links', ORDER)
  expect(status).toBe(200)
  return { ...reviewing, ask, url: String(body.url), expiresAt: body.expiresAt }
}

describe('a review link', () => {
  test('shows each text in its language, and hands out its recording', async () => {
    const { visit, url, expiresAt } = await openLink()
    expect(expiresAt).toBe('2026-06-03T12:00:00.000Z')
    const page = await visit(url)
    const html = await page.text()
    expect(html).toContain(`<blockquote lang="ti" dir="ltr">${WORDS}</blockquote>`)
    const [, audio = ''] = /<audio preload="none" controls src="([^"]+)"/.exec(html) ?? []
    const heard = await visit(audio)
    expect(heard.headers.get('content-type')).toBe('audio/webm')
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff')
    expect(heard.headers.get('cache-control')).toBe('no-store')
    expect((await heard.bytes()).length).toBe(sound().length)
    const part = await visit(audio, { headers: { range: 'bytes=0-3' } })
    expect(part.status).toBe(206)
    const second = await (await visit(`${url}?n=2`)).text()
    expect(second).not.toContain('preload="none"')
    expect(second).toContain('ሰነዳትኩም')
  })

  test('sets no cookie, keeps nothing, runs no script but its own and tells nobody where it leads', async () => {
    const { visit, url } = await openLink()
    for (const address of [url, `${url}?n=9`, '/review/unknown']) {
      const { headers } = await visit(address)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('cache-control')).toBe('no-store')
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
    }
  })

  test('takes an answer to a recording with a voice note, and staff find it there', async () => {
    const { visit, url, client } = await openLink()
    const sent = await visit(`${url}/1`, answer({ verdict: 'wrong', note: sound(100) }))
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`${new URL(url).pathname}?n=2`)
    const document = await client.getDocument('papers')
    const [review] = document?.['audio'][0].reviews ?? []
    expect(review).toMatchObject({ verdict: 'wrong', on: '2026-06-01' })
    const note = await client.getDocument(review.note.asset._ref)
    expect(note).toMatchObject({ mimeType: 'audio/webm', originalFilename: 'note.weba' })
  })

  test('takes an answer to a text without a recording, with the words that were read', async () => {
    const { visit, url, client } = await openLink()
    await visit(`${url}/2`, answer({ verdict: 'right' }))
    const document = await client.getDocument('papers')
    expect(document?.['textReviews']).toMatchObject([
      { field: 'body', language: 'ti', verdict: 'right', on: '2026-06-01' },
    ])
    expect(await (await visit(`${url}?n=3`)).text()).toContain('የቐንየልና')
  })

  test('writes into the draft too, so that publishing it loses no answer', async () => {
    const { visit, url, client } = await openLink()
    const { _rev, ...published } = (await client.getDocument('papers')) ?? { _id: '', _type: '' }
    await client.create({ ...published, _type: 'message', _id: 'drafts.papers' })
    await visit(`${url}/1`, answer({ verdict: 'right' }))
    const [draft] = await client.fetch(
      '*[_id == "drafts.papers"]{"reviews": audio[0].reviews}',
      {},
      { perspective: 'raw' },
    )
    expect(draft.reviews).toMatchObject([{ verdict: 'right' }])
  })

  test.each([
    ['no verdict', answer({}), 400],
    ['another verdict', answer({ verdict: 'maybe' }), 400],
    ['no sound', answer({ verdict: 'right', note: Uint8Array.from(Buffer.from('<script>')) }), 400],
    ['too long a note', answer({ verdict: 'right', note: sound(NOTE_BYTES + 99_999) }), 400],
    ['nothing readable', { method: 'POST', body: 'x' }, 400],
  ])('asks again for an answer with %s, and keeps nothing', async (_what, sent, status) => {
    const { visit, url, client } = await openLink()
    const response = await visit(`${url}/1`, sent)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('role="alert"')
    const document = await client.getDocument('papers')
    expect(document?.['audio'][0].reviews).toBeUndefined()
  })

  test('opens no text, sound or answer beyond those it was made for', async () => {
    const { visit, url } = await openLink()
    for (const at of ['0', '3', '-1', '1.5', 'x']) {
      expect((await visit(`${url}/audio/${at}`)).status).toBe(404)
      expect((await visit(`${url}/${at}`, answer({ verdict: 'right' }))).status).toBe(303)
    }
  })

  test('takes five answers for each of its texts, and no more', async () => {
    const { visit, url, clock } = await openLink()
    const send = async () => (await visit(`${url}/2`, answer({ verdict: 'right' }))).status
    const sent = []
    for (let at = 0; at < 12; at++) {
      sent.push(await send())
      clock.now += 60_000
    }
    // Five for each of its two texts, whatever the pace.
    expect(sent).toEqual([...Array(10).fill(303), 429, 429])
  })

  test('ends with the account of who made it', async () => {
    const { visit, url, accounts } = await openLink()
    const { createdBy = '' } = accounts.reviewLinks.find(url.split('/').at(-1) ?? '')?.link ?? {}
    accounts.members.setLocked(createdBy, true)
    expect((await visit(url)).status).toBe(410)
    expect((await visit(`${url}/1`, answer({ verdict: 'right' }))).status).toBe(410)
    expect((await visit(`${url}/audio/1`)).status).toBe(410)
  })

  test('ends when it expires or is revoked, and then says what to do', async () => {
    const { visit, url, clock, ask } = await openLink()
    const { body } = await ask('review-links?documentId=papers')
    expect(body.links).toMatchObject([{ language: 'ti', blocks: 2, answers: 0 }])
    const other = await ask('review-links', { ...ORDER, days: 1 })
    expect((await ask('review-links/revoke', { id: body.links[0].id })).body.wasOpen).toBe(true)
    const gone = await visit(url)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('ንዝለኣኸልኩም ሰብ ሓድሽ ሕተትዎ።')
    expect((await visit(`${url}/1`, answer({ verdict: 'right' }))).status).toBe(410)
    expect((await visit(`${url}/audio/1`)).status).toBe(410)
    expect((await visit(other.body.url)).status).toBe(200)
    clock.now += DAY_MS
    expect((await visit(other.body.url)).status).toBe(410)
    expect((await visit('/review/never-made')).status).toBe(404)
    expect((await ask('review-links?documentId=papers')).body.links).toEqual([])
  })
})

describe('review links are made', () => {
  test('by those who write or approve, for a fortnight at most, and kept without their secret', async () => {
    const { asSomebody, ask, accounts, url } = await openLink()
    const viewer = await asSomebody({ role: 'viewer', organizations: 'all' })
    expect((await viewer('review-links', ORDER)).status).toBe(403)
    expect((await viewer('review-links?documentId=papers')).status).toBe(403)
    const translator = await asSomebody({ role: 'translator', organizations: ['org-a'] })
    expect((await translator('review-links', ORDER)).status).toBe(200)
    expect((await ask('review-links', { ...ORDER, days: 15 })).status).toBe(400)
    expect((await ask('review-links', { ...ORDER, documentIds: ['nothing'] })).status).toBe(404)
    const without = await ask('review-links', { ...ORDER, language: 'ur' })
    expect(without).toMatchObject({ status: 422, body: { code: 'nothing-to-review' } })
    const secret = url.split('/').at(-1) ?? ''
    expect(JSON.stringify(accounts.reviewLinks.openFor('papers'))).not.toContain(secret)
    expect(accounts.audit.entries().some(({ event }) => event === 'review-link-made')).toBe(true)
  })
})
