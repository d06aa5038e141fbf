import type { SanityClient as StudioClient } from 'sanity'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareXliff } from '../../../../content/exchange/xliff/compare-xliff.ts'
import { makeXliff } from '../../../../content/exchange/xliff/make-xliff.ts'
import { loadExchanged } from '../../../../studio/tools/translations/exchanged-documents.ts'
import { runImport } from '../../../../studio/tools/translations/run-import.ts'
import { undoImport } from '../../../../studio/tools/translations/undo-import.ts'
import { type ServedLake, serveLake } from '../../../content/exchange/served-lake.ts'
import { guide, message } from '../../../content/exchange/xliff/documents.ts'

const AGAINST = { dataset: 'production', language: 'ar', sourceLanguage: 'en' }
const TITLE = 'Someone keeps your passport?'
const REJECTED = { rejectedBy: 'somebody', rejectedOn: '2026-01-02', reason: 'Too stiff' }

let lake: ServedLake

beforeEach(async () => {
  lake = await serveLake()
  const { _rev: _of, ...published } = message
  const { _rev: _too, ...source } = guide
  await lake.client.transaction().create(published).create(source).commit()
})
afterEach(() => lake.close())

test('an import that nobody has touched since is taken back whole, with the drafts that it made', async () => {
  const before = await everything()
  const { changes, writtenCount } = await importArabic()
  expect(writtenCount).toBe(6)
  expect(await everything()).not.toEqual(before)
  expect(await undo(changes)).toEqual({ undoneCount: 6, left: [], again: [] })
  expect(await everything()).toEqual(before)
})

test('a draft that was there before stays, as it was', async () => {
  await draftOfMessage({ audience: 'person' })
  const before = await everything()
  const { changes } = await importArabic()
  expect(await undo(changes)).toMatchObject({ undoneCount: 6, left: [] })
  expect(await everything()).toEqual(before)
})

test('a text that somebody has written since stays, and is named; the others go back', async () => {
  const { changes } = await importArabic()
  const at = 'heading[_key=="ar"].value'
  await lake.client
    .patch('drafts.message-1')
    .set({ [`${at}.text`]: 'Mine' })
    .commit()
  const undone = await undo(changes)
  expect(undone.left).toEqual([
    {
      documentId: 'message-1',
      title: `${TITLE} · Heading`,
      reason: expect.stringMatching(/since/),
    },
  ])
  expect(undone.undoneCount).toBe(5)
  const draft = await lake.client.getDocument('drafts.message-1')
  expect(draft?.['heading'][1].value.text).toBe('Mine')
  expect(draft?.['body']).toEqual(message.body)
})

test('an approval that was given since is never taken back', async () => {
  const { changes } = await importArabic()
  const at = 'body[_key=="ar"].value'
  await lake.client
    .patch('drafts.message-1')
    .set({ [`${at}.approved`]: { text: 'body in Arabic', approvedBy: 'bo' } })
    .commit()
  await lake.client
    .patch('drafts.guide-guide-one-ar')
    .set({ approved: { approvedBy: 'bo' } })
    .commit()
  const undone = await undo(changes)
  expect(undone.left.map(({ documentId }) => documentId).sort()).toEqual([
    'guide-guide-one-ar',
    'message-1',
  ])
  const draft = await lake.client.getDocument('drafts.message-1')
  expect(draft?.['heading']).toEqual(message.heading)
  expect(draft?.['body'][1].value).toMatchObject({ approved: { approvedBy: 'bo' } })
  expect(await lake.client.getDocument('drafts.guide-guide-one-ar')).toBeDefined()
})

test('what was published since is left, and said', async () => {
  const { changes } = await importArabic()
  const draftId = 'drafts.message-1'
  await lake.client.action({
    ...{ actionType: 'sanity.action.document.publish', draftId, publishedId: 'message-1' },
  })
  const { left } = await undo(changes)
  expect(left).toMatchObject([
    { documentId: 'message-1', reason: expect.stringMatching(/published/) },
  ])
})

test("words that had been sent back return, without anybody's word being given for them", async () => {
  const at = 'heading[_key=="ar"].value'
  await draftOfMessage({ [`${at}.text`]: 'Stiff words', [`${at}.rejected`]: REJECTED })
  const { changes } = await importArabic()
  const { left } = await undo(changes)
  expect(left).toMatchObject([
    { title: `${TITLE} · Heading`, reason: expect.stringMatching(/had been sent back/) },
  ])
  const value = (await lake.client.getDocument('drafts.message-1'))?.['heading'][1].value
  expect(value.text).toBe('Stiff words')
  expect(value).not.toHaveProperty('rejected')
})

test('what could not be asked of the server can be tried once more', async () => {
  const before = await everything()
  const { changes } = await importArabic()
  const away = lake.client.withConfig({ apiHost: 'http://127.0.0.1:1', retryDelay: () => 1 })
  const first = await undoImport(studioClient(away), changes, () => undefined)
  expect(first).toMatchObject({ undoneCount: 0, again: changes })
  expect(await undo(first.again)).toMatchObject({ undoneCount: 6, left: [], again: [] })
  expect(await everything()).toEqual(before)
})

/** Every text of both documents comes back from the agency in Arabic. */
async function importArabic() {
  const client = studioClient(lake.client)
  const ids = ['message-1', 'guide-1-en']
  const documents = await loadExchanged(client, ids, 'ar')
  const made = makeXliff({
    dataset: 'production',
    language: 'ar',
    directions: { source: 'ltr', target: 'rtl' },
    documents: [...documents.values()],
  })
  const files = made.files.map((file) => ({
    ...file,
    units: file.units.map((unit) => ({
      ...unit,
      target: unit.source.map((part) => (typeof part === 'string' ? `${unit.id} in Arabic` : part)),
    })),
  }))
  const xliff = { ...made, files }
  const { incoming } = compareXliff(xliff, { ...AGAINST, documents })
  return runImport({
    client,
    xliff,
    against: AGAINST,
    incoming: { language: 'ar', origin: 'human', on: '2026-02-01' },
    texts: incoming,
    documents,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
}

function undo(changes: Parameters<typeof undoImport>[1]) {
  return undoImport(studioClient(lake.client), changes, () => undefined)
}

async function draftOfMessage(set: Record<string, unknown>): Promise<void> {
  const { _rev: _of, ...content } = message
  const draft = { ...content, _id: 'drafts.message-1' }
  await lake.client.transaction().create(draft).patch('drafts.message-1', { set }).commit()
}

/** The Studio brings a client of its own, whose type differs from ours by its private parts alone. */
function studioClient(client: unknown): StudioClient {
  if (!isStudioClient(client)) throw new Error('BUG: this is no client')
  return client
}

function isStudioClient(client: unknown): client is StudioClient {
  return typeof client === 'object' && client !== null && 'transaction' in client
}

/** All documents, but for when and in which transaction they were written. */
async function everything(): Promise<object[]> {
  const found = await lake.client.fetch<Record<string, unknown>[]>('*[] | order(_id)')
  return found.map(({ _rev, _updatedAt, ...content }) => content)
}
