import { expect, test } from 'vitest'
import { openPreviewHouse } from './preview-house.ts'

const STAFF = [{ role: 'editor', organizations: 'all' }] as const
const MESSAGE = 'message-papers-taken'
const PLACE = 'place-centralia-station'
const NEW_WORDS = 'Words that nobody has seen yet'

type House = Awaited<ReturnType<typeof openPreviewHouse>>

/** Drafts a message with an English heading that nobody has approved. */
async function draftMessage({ client }: House, id: string, text: string) {
  const published = await client.getDocument(id)
  if (!published) throw new Error(`${id} is not in the demo`)
  const heading: unknown = published['heading']
  const list: unknown[] = Array.isArray(heading) ? heading : []
  const others = list.filter(
    (one) => typeof one === 'object' && one !== null && 'language' in one && one.language !== 'en',
  )
  const value = { text, origin: 'human', sourceHash: '' }
  await client.createOrReplace({
    ...published,
    _id: `drafts.${id}`,
    heading: [{ _key: 'en', language: 'en', value }, ...others],
  })
}

test('a draft is on page, poster and screen of its preview as it is being written', async () => {
  const house = await openPreviewHouse()
  await draftMessage(house, MESSAGE, NEW_WORDS)
  const editor = await house.enter(STAFF)
  const { token, places, scenes, languages } = await editor.open(MESSAGE)
  expect(scenes).toEqual(['page', 'poster', 'screen'])
  expect(places.map(({ id }) => id)).toContain(PLACE)
  expect(languages[0]?.tag).toBe('en')
  const look = `lang=en&place=${PLACE}`
  const page = await (await editor.ask(`/preview/${token}/page?${look}`)).text()
  expect(page).toContain(NEW_WORDS)
  expect(page).toContain('DRAFT')
  expect(page).toContain('Words in en are not public yet')
  const poster = await editor.ask(`/preview/${token}/poster.svg?${look}`)
  expect(poster.headers.get('content-type')).toContain('image/svg+xml')
  const release = await (await editor.ask(`/preview/${token}/release.json?${look}`)).json()
  expect(JSON.stringify(release)).toContain(NEW_WORDS)
  expect(release.facts.campaigns[0].messages[0]).toBe(MESSAGE)
  const [blob] = release.blobs
  expect((await editor.ask(`/preview/${token}/blobs/${blob.sha256}`)).status).toBe(200)
})

test('words that nobody approved stay out of what the public is given', async () => {
  const house = await openPreviewHouse()
  await draftMessage(house, MESSAGE, NEW_WORDS)
  const editor = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  await editor.ask(`/preview/${token}/page?lang=en`)
  expect(JSON.stringify(await house.publicFacts('centralia-station'))).not.toContain(NEW_WORDS)
})

test('a preview shows its own draft and no other', async () => {
  const house = await openPreviewHouse()
  await draftMessage(house, MESSAGE, NEW_WORDS)
  await draftMessage(house, 'message-doctor', 'Another draft of somebody else')
  const editor = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  const page = await (await editor.ask(`/preview/${token}/page?place=${PLACE}`)).text()
  expect(page).toContain(NEW_WORDS)
  expect(page).not.toContain('Another draft of somebody else')
  const all = await house.draftClient(MESSAGE).fetch<{ _originalId: string }[]>('*[]{_originalId}')
  const drafts = all.map((one) => one._originalId).filter((id) => id.startsWith('drafts.'))
  expect(drafts).toEqual([`drafts.${MESSAGE}`])
  for (const perspective of ['raw', 'drafts', 'published'] as const) {
    const seen = JSON.stringify(await house.draftClient(MESSAGE).fetch('*', {}, { perspective }))
    expect(seen).not.toContain('Another draft of somebody else')
  }
})

test('the client of a preview cannot write', async () => {
  const { draftClient } = await openPreviewHouse()
  await expect(draftClient(MESSAGE).delete('message-doctor')).rejects.toThrow(/only reads/)
})

test('a number that nobody has verified shows, and it says that it is not public', async () => {
  const house = await openPreviewHouse()
  const line = await house.client.getDocument('helpline-open-door')
  if (!line) throw new Error('The demo has this helpline')
  const numbers: unknown = line['numbers']
  const [first] = Array.isArray(numbers) ? numbers : []
  await house.client.createOrReplace({
    ...line,
    _id: 'drafts.helpline-open-door',
    numbers: [{ ...first, dial: '0808 157 0999', e164: '+448081570999' }],
  })
  const editor = await house.enter(STAFF)
  const { token } = await editor.open('helpline-open-door')
  const page = await (await editor.ask(`/preview/${token}/page?lang=en`)).text()
  expect(page).toContain('0808 157 0999')
  expect(page).toContain('numbers are not public yet')
})

test('a helpline that no place lists stands at a place that does not exist', async () => {
  const house = await openPreviewHouse()
  const line = await house.client.getDocument('helpline-open-door')
  if (!line) throw new Error('The demo has this helpline')
  await house.client.create({ ...line, _id: 'drafts.helpline-new' })
  const editor = await house.enter(STAFF)
  const { token, places, standIn } = await editor.open('helpline-new')
  expect(places).toEqual([])
  expect(standIn).toContain('No place shows it yet')
  const page = await (await editor.ask(`/preview/${token}/page?lang=en`)).text()
  expect(page).toContain('"helpline-new"')
  const poster = await editor.ask(`/preview/${token}/poster?lang=en`)
  expect(poster.status).toBe(200)
})

test('previews are framed by us, kept and found by nobody', async () => {
  const house = await openPreviewHouse()
  const editor = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  for (const scene of ['page', 'poster', 'poster.pdf', 'poster.png', 'release.json', 'nothing']) {
    const { headers } = await editor.ask(`/preview/${token}/${scene}`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('content-security-policy') ?? "frame-ancestors 'self'").toContain(
      "frame-ancestors 'self'",
    )
  }
})

test('a token is for one person with a session, for half an hour', async () => {
  const house = await openPreviewHouse()
  const editor = await house.enter(STAFF)
  const colleague = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  const address = `/preview/${token}/poster`
  expect((await editor.ask(address)).status).toBe(200)
  expect((await colleague.ask(address)).status).toBe(404)
  const [body = '', mark = ''] = token.split('.')
  const claim = JSON.parse(Buffer.from(body, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...claim, id: 'message-doctor' })).toString(
    'base64url',
  )
  expect((await editor.ask(`/preview/${forged}.${mark}/poster`)).status).toBe(404)
  house.wait(31 * 60_000)
  const late = await editor.ask(address)
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('This preview is over')
})

test('whoever is signed out sees nothing any more', async () => {
  const house = await openPreviewHouse()
  const editor = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  await editor.leave()
  expect((await editor.ask(`/preview/${token}/page`)).status).toBe(401)
})

test('a draft of another organisation has no preview', async () => {
  const house = await openPreviewHouse()
  const line = await house.client.getDocument('helpline-open-door')
  if (!line) throw new Error('The demo has this helpline')
  await house.client.createOrReplace({ ...line, _id: 'drafts.helpline-open-door' })
  const stranger = await house.enter([{ role: 'editor', organizations: ['org-lantern-bellmark'] }])
  expect((await stranger.order('helpline-open-door')).status).toBe(404)
  const operator = await house.enter([{ role: 'operator', organizations: 'all' }])
  expect((await operator.order(MESSAGE)).status).toBe(403)
})

test('words that do not fit a poster are told in the words of the press', async () => {
  const house = await openPreviewHouse()
  await draftMessage(house, MESSAGE, 'Too many words for a sheet of paper. '.repeat(40))
  const editor = await house.enter(STAFF)
  const { token } = await editor.open(MESSAGE)
  const poster = await editor.ask(`/preview/${token}/poster?lang=en&place=${PLACE}`)
  expect(poster.status).toBe(422)
  expect(await poster.text()).toContain('Shorten')
})
