import { ClientError, type SanityDocument } from '@sanity/client'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inProcess, type LakeUnderTest, overHttp } from './transports.ts'

/** The error that a promise rejects with, which has to be one of the client's own. */
async function clientError(promise: Promise<unknown>): Promise<ClientError> {
  const error = await promise.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ClientError)) throw error
  return error
}

/** Type and place of the first problem in a mutation or action error. */
function firstProblem(error: ClientError) {
  const { error: problem, index } = error.details.items[0]
  return { ...problem, index }
}

describe.each([
  ['over HTTP', overHttp],
  ['in process', inProcess],
])('@sanity/client %s', (_, start) => {
  let under: LakeUnderTest
  beforeAll(async () => {
    under = await start({
      beforeCommit: ({ changes }) =>
        changes.flatMap(({ id, after }) =>
          after?.['forbidden'] === true
            ? [{ documentId: id, path: 'forbidden', message: 'This is forbidden' }]
            : [],
        ),
    })
  })
  afterAll(() => under.close())
  beforeEach(async () => {
    await under.client.delete({ query: '*' })
  })
  const make = (id: string, attributes: Record<string, unknown> = {}) =>
    under.client.create({ _id: id, _type: 'place', ...attributes })
  const stored = (id: string) => under.client.getDocument(id)
  const ids = () => under.client.fetch<string[]>('*[] | order(_id)._id')

  describe('create', () => {
    test('keeps a document under its id, with revision and times', async () => {
      const document = await make('a', { title: 'Hall' })
      expect(document).toMatchObject({ _id: 'a', _type: 'place', title: 'Hall' })
      expect(document._rev).toMatch(/^[0-9a-f]{32}$/)
      expect(document._createdAt).toBe(document._updatedAt)
      expect(await stored('a')).toEqual(document)
    })
    test('makes an id where none is given', async () => {
      const { _id } = await under.client.create({ _type: 'place' })
      expect(_id).toMatch(/^[0-9a-f]{32}$/)
    })
    test('completes an id that ends with a dot', async () => {
      const { _id } = await under.client.create({ _id: 'drafts.', _type: 'place' })
      expect(_id).toMatch(/^drafts\.[0-9a-f]{32}$/)
    })
    test('refuses an id that is taken', async () => {
      await make('a', { title: 'first' })
      const error = await clientError(make('a'))
      expect(error.statusCode).toBe(409)
      expect(firstProblem(error)).toMatchObject({
        type: 'documentAlreadyExistsError',
        id: 'a',
        index: 0,
      })
      expect(await stored('a')).toMatchObject({ title: 'first' })
    })
    test('ignores revision and update time sent along', async () => {
      const { _rev, _updatedAt } = await make('a', { _rev: 'mine', _updatedAt: '1999-01-01' })
      expect(_rev).not.toBe('mine')
      expect(_updatedAt).not.toBe('1999-01-01')
    })
  })

  describe('createIfNotExists and createOrReplace', () => {
    test('createIfNotExists creates, and leaves alone what is there', async () => {
      await under.client.createIfNotExists({ _id: 'a', _type: 'place', n: 1 })
      await under.client.createIfNotExists({ _id: 'a', _type: 'place', n: 2 })
      expect(await stored('a')).toMatchObject({ n: 1 })
    })
    test('createOrReplace replaces the whole document and keeps its creation time', async () => {
      const first = await make('a', { old: true })
      const second = await under.client.createOrReplace({ _id: 'a', _type: 'place', fresh: true })
      expect(second).not.toHaveProperty('old')
      expect(second._createdAt).toBe(first._createdAt)
      expect(second._rev).not.toBe(first._rev)
    })
    test('createOrReplace keeps a creation time that an import gives', async () => {
      const _createdAt = '2020-01-02T03:04:05Z'
      await under.client.createOrReplace({ _id: 'a', _type: 'place', _createdAt })
      expect(await stored('a')).toMatchObject({ _createdAt })
    })
  })

  describe('patch', () => {
    const items = [
      { _key: 'x', n: 1 },
      { _key: 'y', n: 2 },
      { _key: 'z', n: 3 },
    ]
    test('set reaches into arrays by key', async () => {
      await make('a', { items })
      await under.client.patch('a').set({ 'items[_key=="y"].n': 20, title: 'T' }).commit()
      expect(await stored('a')).toMatchObject({
        title: 'T',
        items: [{ n: 1 }, { _key: 'y', n: 20 }, { n: 3 }],
      })
    })
    test('setIfMissing leaves present values alone', async () => {
      await make('a', { n: 1 })
      await under.client.patch('a').setIfMissing({ n: 2, m: 3 }).commit()
      expect(await stored('a')).toMatchObject({ n: 1, m: 3 })
    })
    test('unset takes away attributes and items', async () => {
      await make('a', { items, gone: 1 })
      await under.client.patch('a').unset(['gone', 'items[_key=="x"]', 'never']).commit()
      const document = await stored('a')
      expect(document).not.toHaveProperty('gone')
      expect(document).toMatchObject({ items: [{ _key: 'y' }, { _key: 'z' }] })
    })
    test('inc and dec count', async () => {
      await make('a', { up: 1, down: 1 })
      await under.client.patch('a').inc({ up: 2 }).dec({ down: 0.5 }).commit()
      expect(await stored('a')).toMatchObject({ up: 3, down: 0.5 })
    })
    test.each([
      ['before', 'tags[1]', ['a', 'N', 'b', 'c']],
      ['after', 'tags[-1]', ['a', 'b', 'c', 'N']],
      ['replace', 'tags[0:2]', ['N', 'c']],
    ] as const)('insert %s %s', async (place, path, expected) => {
      await make('a', { tags: ['a', 'b', 'c'] })
      await under.client.patch('a').insert(place, path, ['N']).commit()
      expect(await stored('a')).toMatchObject({ tags: expected })
    })
    test('insert after a key, and append', async () => {
      await make('a', { items: items.slice(0, 2) })
      await under.client
        .patch('a')
        .insert('after', 'items[_key=="x"]', [{ _key: 'n' }])
        .commit()
      await under.client
        .patch('a')
        .append('items', [{ _key: 'last' }])
        .commit()
      const keys = await under.client.fetch('*[_id == "a"][0].items[]._key')
      expect(keys).toEqual(['x', 'n', 'y', 'last'])
    })
    test('diffMatchPatch edits text', async () => {
      await make('a', { text: 'the quick fox' })
      const diff = '@@ -1,13 +1,13 @@\n the \n-quick\n+tired\n  fox\n'
      await under.client.patch('a').diffMatchPatch({ text: diff }).commit()
      expect(await stored('a')).toMatchObject({ text: 'the tired fox' })
    })
    test('ifRevisionId lets the expected revision pass and refuses another', async () => {
      const { _rev } = await make('a')
      await under.client.patch('a').ifRevisionId(_rev).set({ n: 1 }).commit()
      const late = under.client.patch('a').ifRevisionId(_rev).set({ n: 2 }).commit()
      const error = await clientError(late)
      expect(error.statusCode).toBe(409)
      expect(firstProblem(error)).toMatchObject({
        type: 'documentRevisionIDDoesNotMatchError',
        expectedRevisionID: _rev,
      })
      expect(await stored('a')).toMatchObject({ n: 1 })
    })
    test('refuses a document that is not there', async () => {
      const error = await clientError(under.client.patch('nobody').set({ n: 1 }).commit())
      expect(error.statusCode).toBe(409)
      expect(firstProblem(error)).toMatchObject({ type: 'documentNotFoundError', id: 'nobody' })
    })
    test('never changes id or type', async () => {
      await make('a')
      const id = await clientError(under.client.patch('a').set({ _id: 'b' }).commit())
      const type = await clientError(under.client.patch('a').unset(['_type']).commit())
      expect(firstProblem(id).description).toContain('"_id" cannot be changed')
      expect(firstProblem(type).description).toContain('"_type" cannot be changed')
    })
    test('refuses an operator that does not fit the document', async () => {
      await make('a', { title: 'text' })
      const error = await clientError(
        under.client.patch('a').insert('after', 'title[0]', ['N']).commit(),
      )
      expect(firstProblem(error)).toMatchObject({ type: 'patchError', id: 'a', index: 0 })
    })
    test('by query changes every document found', async () => {
      await make('a', { n: 1 })
      await make('b', { n: 2 })
      await make('c', { n: 1 })
      await under.client
        .patch({ query: '*[n == $n]', params: { n: 1 } })
        .set({ hit: true })
        .commit()
      expect(await under.client.fetch('*[hit == true]._id')).toEqual(['a', 'c'])
    })
  })

  describe('delete', () => {
    test('by id, and again without complaint', async () => {
      await make('a')
      await under.client.delete('a')
      const { results } = await under.client.delete('a')
      expect(results).toMatchObject([{ id: 'a', operation: 'none' }])
      expect(await stored('a')).toBeUndefined()
    })
    test('by several ids', async () => {
      for (const id of ['a', 'b', 'c']) await make(id)
      await under.client.mutate([{ delete: { id: 'a' } }, { delete: { id: 'b' } }])
      expect(await ids()).toEqual(['c'])
    })
    test('by query', async () => {
      await make('a', { old: true })
      await make('b')
      await under.client.delete({ query: '*[old == $old]', params: { old: true } })
      expect(await ids()).toEqual(['b'])
    })
  })

  describe('transactions', () => {
    test('are kept whole or not at all', async () => {
      await make('taken')
      const error = await clientError(
        under.client
          .transaction()
          .create({ _id: 'a', _type: 'place' })
          .create({ _id: 'taken', _type: 'place' })
          .create({ _id: 'b', _type: 'place' })
          .commit(),
      )
      expect(firstProblem(error).index).toBe(1)
      expect(await ids()).toEqual(['taken'])
    })
    test('see their own earlier mutations', async () => {
      await under.client
        .transaction()
        .create({ _id: 'a', _type: 'place', n: 1 })
        .patch('a', (patch) => patch.inc({ n: 1 }))
        .commit()
      expect(await stored('a')).toMatchObject({ n: 2 })
    })
    test('give their id to every document as revision', async () => {
      await under.client
        .transaction()
        .create({ _id: 'a', _type: 'place' })
        .create({ _id: 'b', _type: 'place' })
        .transactionId('both')
        .commit()
      expect(await under.client.fetch('*[_rev == "both"]._id')).toEqual(['a', 'b'])
    })
    test('cannot be sent twice under one id', async () => {
      const send = (n: number) =>
        under.client.createOrReplace({ _id: 'a', _type: 'place', n }, { transactionId: 'once-x' })
      const mutate = (n: number) =>
        under.client.mutate([{ createOrReplace: { _id: 'a', _type: 'place', n } }], {
          transactionId: `once-${_}`.replaceAll(' ', '-'),
        })
      await send(0)
      await mutate(1)
      const error = await clientError(mutate(2))
      expect(error.statusCode).toBe(409)
      expect(firstProblem(error).type).toBe('transactionExistsError')
      expect(await stored('a')).toMatchObject({ n: 1 })
    })
    test('as dry run answer as if, and change nothing', async () => {
      const document = await under.client.create({ _id: 'a', _type: 'place' }, { dryRun: true })
      expect(document).toMatchObject({ _id: 'a', _type: 'place' })
      expect(await ids()).toEqual([])
    })
    test('answer with documents or ids, the first or all', async () => {
      const mutations = (id: string) => [
        { create: { _id: `${id}1`, _type: 'place' } },
        { create: { _id: `${id}2`, _type: 'place' } },
      ]
      const all = await under.client.mutate(mutations('a'), { returnDocuments: true })
      const first = await under.client.mutate(mutations('b'), {
        returnDocuments: true,
        returnFirst: true,
      })
      const onlyIds = await under.client.mutate(mutations('c'), { returnDocuments: false })
      expect(all).toMatchObject([{ _id: 'a1' }, { _id: 'a2' }])
      expect(first).toMatchObject({ _id: 'b1' })
      expect(onlyIds).toMatchObject({ documentIds: ['c1', 'c2'] })
    })
    test('that come at once all count', async () => {
      await make('a', { n: 0 })
      await Promise.all(
        Array.from({ length: 20 }, () => under.client.patch('a').inc({ n: 1 }).commit()),
      )
      expect(await stored('a')).toMatchObject({ n: 20 })
    })
  })

  describe('references', () => {
    const to = (id: string, weak = false) => ({
      _type: 'reference',
      _ref: id,
      ...(weak && { _weak: true }),
    })
    test('strong ones may not point nowhere, in drafts neither', async () => {
      for (const id of ['a', 'drafts.a']) {
        const error = await clientError(make(id, { at: to('missing') }))
        expect(firstProblem(error)).toMatchObject({
          type: 'documentReferenceDoesNotExistError',
          id: 'missing',
          referencingID: id,
          index: 0,
        })
      }
      expect(await ids()).toEqual([])
    })
    test('weak ones may', async () => {
      await make('a', { list: [{ deep: to('missing', true) }] })
      expect(await ids()).toEqual(['a'])
    })
    test('may point in a circle made by one transaction', async () => {
      await under.client
        .transaction()
        .create({ _id: 'a', _type: 'place', at: to('b') })
        .create({ _id: 'b', _type: 'place', at: to('a') })
        .commit()
      expect(await under.client.fetch('*[_id == "a"][0].at->at->_id')).toBe('a')
    })
    test('hold what they point to', async () => {
      await make('held')
      await make('holder', { at: to('held') })
      const error = await clientError(under.client.delete('held'))
      expect(firstProblem(error)).toMatchObject({
        type: 'documentHasExistingReferencesError',
        id: 'held',
        referencingIDs: ['holder'],
      })
      await under.client.transaction().delete('held').delete('holder').commit()
      expect(await ids()).toEqual([])
    })
    test('to oneself stand in no way', async () => {
      await make('a', { at: to('a') })
      await under.client.createOrReplace({ _id: 'a', _type: 'message', at: to('a') })
      await under.client.delete('a')
      expect(await ids()).toEqual([])
    })
    test('keep the type of what they point to', async () => {
      await make('held')
      await make('holder', { at: to('held') })
      const error = await clientError(
        under.client.createOrReplace({ _id: 'held', _type: 'message' }),
      )
      expect(firstProblem(error).type).toBe('documentHasExistingReferencesError')
    })
  })

  describe('actions', () => {
    const pair = { publishedId: 'a', draftId: 'drafts.a' }
    const draft = { _id: 'drafts.a', _type: 'place', n: 1 }
    const act = (name: string, body: Record<string, unknown>) =>
      under.request('/lake/v2025-02-19/data/actions/production', {
        method: 'POST',
        body: JSON.stringify({
          actions: [{ actionType: `sanity.action.document.${name}`, ...body }],
        }),
      })
    test('create makes a draft', async () => {
      const { transactionId } = await under.client.action({
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: draft,
        ifExists: 'fail',
      })
      expect(await stored('drafts.a')).toMatchObject({ n: 1, _rev: transactionId })
    })
    test('create leaves a draft alone that it may ignore', async () => {
      await under.client.create(draft)
      const action = {
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: { ...draft, n: 2 },
      } as const
      await under.client.action({ ...action, ifExists: 'ignore' })
      expect(await stored('drafts.a')).toMatchObject({ n: 1 })
      const error = await clientError(under.client.action({ ...action, ifExists: 'fail' }))
      expect(error.details.type).toBe('actionError')
    })
    test('edit copies the published document into a draft and patches that', async () => {
      await make('a', { n: 1, m: 1 })
      await under.client.action({
        actionType: 'sanity.action.document.edit',
        ...pair,
        patch: { set: { n: 2 } },
      })
      expect(await stored('a')).toMatchObject({ n: 1 })
      expect(await stored('drafts.a')).toMatchObject({ n: 2, m: 1 })
    })
    test('publish puts the draft in place and makes its references strong', async () => {
      await make('b')
      const { _createdAt } = await make('a')
      await under.client.create({
        ...draft,
        at: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'place' } },
        also: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'place', weak: true } },
      })
      await under.client.action({ actionType: 'sanity.action.document.publish', ...pair })
      expect(await stored('a')).toMatchObject({
        n: 1,
        _createdAt,
        at: { _ref: 'b' },
        also: { _ref: 'b', _weak: true },
      })
      expect(await under.client.fetch('*[_id == "a"][0].at')).toEqual({ _ref: 'b' })
      expect(await stored('drafts.a')).toBeUndefined()
    })
    test('publish refuses a draft that has changed meanwhile', async () => {
      await under.client.create(draft)
      const error = await clientError(
        under.client.action({
          actionType: 'sanity.action.document.publish',
          ...pair,
          ifDraftRevisionId: 'older',
        }),
      )
      expect(firstProblem(error).type).toBe('documentRevisionIDDoesNotMatchError')
      expect(await ids()).toEqual(['drafts.a'])
    })
    test('unpublish turns the published document into a draft', async () => {
      await make('a', { n: 3 })
      await under.client.action({ actionType: 'sanity.action.document.unpublish', ...pair })
      expect(await ids()).toEqual(['drafts.a'])
      expect(await stored('drafts.a')).toMatchObject({ n: 3 })
    })
    test('discard takes a draft away, and says where there is none', async () => {
      await under.client.create(draft)
      const discard = () =>
        under.client.action({
          actionType: 'sanity.action.document.discard',
          draftId: 'drafts.a',
        })
      await discard()
      expect(await ids()).toEqual([])
      expect(firstProblem(await clientError(discard())).type).toBe('documentNotFoundError')
    })
    test('delete takes both, and refuses to leave an unnamed draft behind', async () => {
      await make('a')
      await under.client.create(draft)
      const remove = (includeDrafts: string[]) =>
        under.client.action({
          actionType: 'sanity.action.document.delete',
          publishedId: 'a',
          includeDrafts,
        })
      await clientError(remove([]))
      expect(await ids()).toEqual(['a', 'drafts.a'])
      await remove(['drafts.a'])
      expect(await ids()).toEqual([])
    })
    test('replaceDraft writes the draft anew', async () => {
      await make('a')
      await under.client.create(draft)
      const response = await act('replaceDraft', {
        publishedId: 'a',
        attributes: { _id: 'drafts.a', _type: 'place', m: 1 },
      })
      expect(response.status).toBe(200)
      expect(await stored('drafts.a')).not.toHaveProperty('n')
    })
    test('version.create, replace and discard work on a release', async () => {
      await make('a', { n: 1 })
      await under.client.createVersion({ publishedId: 'a', baseId: 'a', releaseId: 'spring' })
      await under.client.replaceVersion({
        document: { _id: 'versions.spring.a', _type: 'place', n: 2 },
        publishedId: 'a',
        releaseId: 'spring',
      })
      const seen = await under.client.fetch('*[_id == "a"][0].n', {}, { perspective: ['spring'] })
      expect(seen).toBe(2)
      await under.client.discardVersion({ publishedId: 'a', releaseId: 'spring' })
      expect(await ids()).toEqual(['a'])
    })
    test('several are one transaction', async () => {
      await under.client.create(draft)
      const error = await clientError(
        under.client.action([
          { actionType: 'sanity.action.document.publish', ...pair },
          { actionType: 'sanity.action.document.discard', draftId: 'drafts.b' },
        ]),
      )
      expect(firstProblem(error).index).toBe(1)
      expect(await ids()).toEqual(['drafts.a'])
    })
    test('that are unknown are named', async () => {
      const response = await act('explode', {})
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        error: { type: 'actionError', items: [{ index: 0 }] },
      })
    })
  })

  describe('query', () => {
    test('takes parameters of every JSON type', async () => {
      await make('a', { title: 'Hall "A" & B', n: 2 })
      const query = '*[title == $title && n in $list][0]._id'
      expect(await under.client.fetch(query, { title: 'Hall "A" & B', list: [1, 2] })).toBe('a')
      expect(await under.client.fetch('$nothing', { nothing: null })).toBeNull()
    })
    test('may be too long for an address', async () => {
      await make('a')
      const many = Array.from({ length: 3000 }, (_, n) => `none-${n}`)
      expect(await under.client.fetch('*[_id in $ids]._id', { ids: [...many, 'a'] })).toEqual(['a'])
    })
    test('with a mistake shows its place', async () => {
      const error = await clientError(under.client.fetch('*[_type == ]'))
      expect(error.statusCode).toBe(400)
      expect(error.details).toMatchObject({ type: 'queryParseError', query: '*[_type == ]' })
      expect(error.message).toContain('GROQ query parse error')
    })
    test('without one of its parameters says which', async () => {
      const error = await clientError(under.client.fetch('*[_id == $id]'))
      expect(error.details.description).toContain('param $id referenced, but not provided')
    })
    test('past the limit is refused', async () => {
      const error = await clientError(under.client.fetch(`"${'x'.repeat(70_000)}"`))
      expect(error.statusCode).toBe(413)
    })
    test('with a parameter nested too deeply is refused', async () => {
      const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
      const path = `/lake/v2025-02-19/data/query/production?query=$a&$a=${deep}`
      expect((await under.request(path)).status).toBe(400)
    })
    test('returns plain JSON for times and paths', async () => {
      const result = await under.client.fetch('{"at": dateTime("2026-01-01T00:00:00Z")}')
      expect(result).toEqual({ at: '2026-01-01T00:00:00Z' })
    })
    test('tells query and duration where the whole answer is asked for', async () => {
      const answer = await under.client.fetch('1 + 1', {}, { filterResponse: false })
      expect(answer).toMatchObject({ result: 2, query: '1 + 1', ms: expect.any(Number) })
    })
  })

  describe('perspectives', () => {
    beforeEach(async () => {
      await make('a', { title: 'published a' })
      await make('drafts.a', { title: 'draft a' })
      await make('b', { title: 'published b' })
      await make('drafts.c', { title: 'draft c' })
      await make('d', { at: { _ref: 'a', _type: 'reference' } })
    })
    const titles = (perspective: 'raw' | 'published' | 'drafts') =>
      under.client.fetch('*[defined(title)] | order(title).title', {}, { perspective })
    test('raw shows every document as stored', async () => {
      expect(await titles('raw')).toEqual(['draft a', 'draft c', 'published a', 'published b'])
    })
    test('published shows no draft', async () => {
      expect(await titles('published')).toEqual(['published a', 'published b'])
    })
    test('drafts lays drafts over what is published, under its id', async () => {
      expect(await titles('drafts')).toEqual(['draft a', 'draft c', 'published b'])
      const a = await under.client.fetch('*[_id == "a"][0]', {}, { perspective: 'drafts' })
      expect(a).toMatchObject({ _id: 'a', _originalId: 'drafts.a', title: 'draft a' })
    })
    test('drafts follows references to drafts', async () => {
      const title = (perspective: 'published' | 'drafts') =>
        under.client.fetch('*[_id == "d"][0].at->title', {}, { perspective })
      expect(await title('published')).toBe('published a')
      expect(await title('drafts')).toBe('draft a')
    })
    test('are kept up to date by each write', async () => {
      await titles('drafts')
      await under.client.delete('drafts.a')
      await under.client.patch('b').set({ title: 'renamed b' }).commit()
      expect(await titles('drafts')).toEqual(['draft c', 'published a', 'renamed b'])
      expect(await titles('published')).toEqual(['published a', 'renamed b'])
    })
    test.each([
      ['v2025-02-19', 3],
      ['vX', 3],
      ['v2021-06-07', 5],
      ['v1', 5],
    ])('%s has %i documents by default', async (version, count) => {
      const path = `/lake/${version}/data/query/production?query=count(*)`
      expect(await (await under.request(path)).json()).toMatchObject({ result: count })
    })
  })

  describe('doc', () => {
    test('gives documents by id, null for missing ones', async () => {
      await make('a')
      await make('drafts.a')
      const found = await under.client.getDocuments(['a', 'missing', 'drafts.a'])
      expect(found).toMatchObject([{ _id: 'a' }, null, { _id: 'drafts.a' }])
      expect(await stored('missing')).toBeUndefined()
    })
    test('gives all versions of a document', async () => {
      await make('a')
      await make('drafts.a')
      const all: SanityDocument[] = await under.client.getDocument('a', {
        includeAllVersions: true,
      })
      expect(all.map(({ _id }) => _id)).toEqual(['a', 'drafts.a'])
    })
  })

  describe('assets', () => {
    const picture = () =>
      sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
    const served = (url: string, init?: RequestInit) =>
      under.request(new URL(url).pathname, init, false)
    test('image: dimensions are read from its bytes', async () => {
      const document = await under.client.assets.upload('image', await picture(), {
        filename: 'red.png',
      })
      expect(document).toMatchObject({
        _type: 'sanity.imageAsset',
        mimeType: 'image/png',
        originalFilename: 'red.png',
        metadata: { dimensions: { width: 3, height: 2, aspectRatio: 1.5 } },
      })
      expect(document._id).toBe(`image-${document.sha1hash}-3x2-png`)
    })
    test('the same bytes give the same document', async () => {
      const first = await under.client.assets.upload('image', await picture())
      const second = await under.client.assets.upload('image', await picture())
      expect(second).toEqual(first)
      expect(await under.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
    })
    test('are served for ever, without a token, and never sniffed', async () => {
      const bytes = await picture()
      const { url } = await under.client.assets.upload('image', bytes)
      const response = await served(url)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(response.headers.get('cache-control')).toContain('immutable')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
      const etag = response.headers.get('etag') ?? ''
      expect((await served(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    })
    test('that could run script come as a download in a sandbox', async () => {
      const svg = Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
      )
      const page = Buffer.from('<script>1</script>')
      const image = await under.client.assets.upload('image', svg)
      const file = await under.client.assets.upload('file', page, {
        filename: 'page.html',
        contentType: 'text/html',
      })
      for (const [url, type] of [
        [image.url, 'image/svg+xml'],
        [file.url, 'application/octet-stream'],
      ] as const) {
        const { headers } = await served(url)
        expect(headers.get('content-type')).toBe(type)
        expect(headers.get('content-disposition')).toMatch(/^attachment/)
        expect(headers.get('content-security-policy')).toContain('sandbox')
      }
    })
    test('files are served in ranges', async () => {
      const sound = Buffer.from('ID3456789_')
      const { url } = await under.client.assets.upload('file', sound, { filename: 'a.mp3' })
      const part = await served(url, { headers: { range: 'bytes=2-4' } })
      expect(part.status).toBe(206)
      expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
      expect(await part.text()).toBe('345')
      expect((await served(url, { headers: { range: 'bytes=20-' } })).status).toBe(416)
    })
    test('that are no image are refused as one', async () => {
      const error = await clientError(
        under.client.assets.upload('image', Buffer.from('no image at all')),
      )
      expect(error.statusCode).toBe(400)
    })
    test('that are not there are a 404', async () => {
      const path = `/lake/images/waymark/production/${'0'.repeat(40)}-1x1.png`
      expect((await under.request(path)).status).toBe(404)
      expect((await under.request('/lake/files/waymark/production/lake.sqlite')).status).toBe(404)
    })
  })

  describe('rights', () => {
    test('nobody gets in without a token', async () => {
      const nobody = under.clientAs('nobody')
      for (const attempt of [
        nobody.fetch('*'),
        nobody.getDocument('a'),
        nobody.create({ _type: 'place' }),
        nobody.assets.upload('file', Buffer.from('x')),
        nobody.action({ actionType: 'sanity.action.document.discard', draftId: 'drafts.a' }),
      ]) {
        expect((await clientError(attempt)).statusCode).toBe(401)
      }
    })
    test('a viewer reads and writes nothing', async () => {
      const viewer = under.clientAs('viewer')
      await make('a')
      expect(await viewer.fetch('*._id')).toEqual(['a'])
      for (const [attempt, permission] of [
        [viewer.create({ _type: 'place' }), 'create'],
        [viewer.patch('a').set({ n: 1 }).commit(), 'update'],
        [viewer.createOrReplace({ _id: 'a', _type: 'place' }), 'update'],
        [viewer.delete('a'), 'delete'],
      ] as const) {
        const error = await clientError(attempt)
        expect(error.statusCode).toBe(403)
        expect(firstProblem(error)).toMatchObject({
          type: 'insufficientPermissionsError',
          permission,
        })
      }
      const upload = viewer.assets.upload('file', Buffer.from('x'))
      expect((await clientError(upload)).statusCode).toBe(403)
      expect(await ids()).toEqual(['a'])
    })
  })

  describe('what cannot be', () => {
    const mutate = (body: unknown) =>
      under.request('/lake/v2025-02-19/data/mutate/production', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    const good = { create: { _id: 'good', _type: 'place' } }
    test.each([
      [{ create: { _id: 'x' } }, 'create._type'],
      [{ create: { _id: 'has space', _type: 'place' } }, 'create._id'],
      [{ explode: {} }, 'there is no mutation "explode"'],
      [{ create: {}, patch: {} }, 'one key'],
      ['text', 'one key'],
      [{ patch: { id: 'good', set: [] } }, 'patch.set'],
      [{ patch: { id: 'good', inc: { n: 'one' } } }, 'patch.inc.n'],
      [{ patch: { id: 'good', frobnicate: {} } }, 'frobnicate'],
      [{ patch: { id: 'good', query: '*', set: {} } }, 'either id or query'],
      [{ patch: { id: 'good', insert: { items: [] } } }, 'exactly one of before'],
      [{ delete: {} }, 'either id or query'],
      [{ delete: { id: 'good', purge: true } }, 'delete.purge'],
    ])('%j changes nothing and is told by its place', async (wrong, reason) => {
      const response = await mutate({ mutations: [good, wrong] })
      expect(response.status).toBe(400)
      const { error } = await response.json()
      expect(error.type).toBe('mutationError')
      expect(error.items[0].index).toBe(1)
      expect(error.items[0].error.description).toContain(reason)
      expect(await ids()).toEqual([])
    })
    test.each(['x[', 'a-b', 'a..', 'a.b]', '', 'a[_key==x].'])(
      'the broken path %j in a patch changes nothing and is told by its place',
      async (path) => {
        await make('a')
        const patch = { id: 'a', set: { [path]: 1 } }
        const response = await mutate({ mutations: [good, { patch }] })
        expect(response.status).toBe(400)
        const { error } = await response.json()
        expect(error.items[0].index).toBe(1)
        expect(error.items[0].error.description).toContain('patch.set')
        expect(await ids()).toEqual(['a'])
      },
    )
    test.each([
      ['a document', '{"create": {"_id": "x", "_type": "place", "hasOwnProperty": 1}}'],
      ['an object in it', '{"create": {"_id": "x", "_type": "place", "a": [{"__proto__": {}}]}}'],
      ['a patch', '{"patch": {"id": "a", "set": {"hasOwnProperty": 1}}}'],
    ])('an attribute in %s that no query could read past changes nothing', async (_name, wrong) => {
      await make('a')
      const response = await mutate(`{"mutations": [${JSON.stringify(good)}, ${wrong}]}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { items: [{ index: 1 }] } })
      expect(await ids()).toEqual(['a'])
      expect(await under.client.fetch('*[nothing == 1]')).toEqual([])
    })
    test.each([
      ['written', '{"create": {"_id": "x", "_type": "place", "list": [1e999]}}'],
      ['that a sum comes to', '{"patch": {"id": "a", "inc": {"number": 1e308}}}'],
    ])('a number %s that JSON has no digits for changes nothing', async (_name, wrong) => {
      await make('a', { number: 1e308 })
      const response = await mutate(`{"mutations": [${JSON.stringify(good)}, ${wrong}]}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { items: [{ index: 1 }] } })
      expect(await under.client.fetch('*[].number')).toEqual([1e308])
    })
    test('a document that outgrows one request patch by patch stays as it was', async () => {
      const half = 'x'.repeat(2_000_000)
      await make('a', { half })
      const patch = { id: 'a', set: { other: half } }
      const response = await mutate({ mutations: [good, { patch }] })
      expect(response.status).toBe(413)
      expect((await response.json()).error.description).toContain('Document "a" would have 4000')
      expect(await ids()).toEqual(['a'])
    })
    test.each(['with\nbreak', 'with#sign', ''])(
      'the transaction id %j, which a stream of events could not carry, changes nothing',
      async (id) => {
        const path = `/lake/v1/data/mutate/production?transactionId=${encodeURIComponent(id)}`
        const body = JSON.stringify({ mutations: [good] })
        expect((await under.request(path, { method: 'POST', body })).status).toBe(400)
        expect(await ids()).toEqual([])
      },
    )
    test('a path that does not lead through the document changes nothing', async () => {
      await make('a', { list: [1] })
      const patch = { id: 'a', set: { 'list[-1].x': 1 } }
      const response = await mutate({ mutations: [good, { patch }] })
      expect(response.status).toBe(409)
      expect(await response.json()).toMatchObject({ error: { items: [{ index: 1 }] } })
      expect(await ids()).toEqual(['a'])
    })
    test.each([
      ['not JSON', '{"mutations": [', 400],
      ['no list', '{"mutations": {}}', 400],
      ['nested too deeply', `{"mutations": ${'['.repeat(200)}${']'.repeat(200)}}`, 400],
      ['too large', JSON.stringify({ mutations: ['x'.repeat(5_000_000)] }), 413],
    ])('a body that is %s is refused', async (_name, body, status) => {
      expect((await mutate(body)).status).toBe(status)
    })
    test('a gate refuses by document and path, and nothing is kept', async () => {
      const error = await clientError(
        under.client
          .transaction()
          .create({ _id: 'a', _type: 'place' })
          .create({ _id: 'b', _type: 'place', forbidden: true })
          .commit(),
      )
      expect(error.statusCode).toBe(422)
      expect(firstProblem(error)).toMatchObject({
        type: 'validationError',
        id: 'b',
        path: 'forbidden',
        description: 'This is forbidden',
        index: 1,
      })
      expect(await ids()).toEqual([])
    })
    test.each([
      '/lake/v2025-02-19/data/query/elsewhere?query=*',
      '/lake/v2025-02-19/organizations',
      '/lake/nonsense',
      '/lake/v2025-02-19/data/mutate/production',
    ])('%s is a 404 in the shape that the client reads', async (path) => {
      const response = await under.request(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ statusCode: 404, error: 'Not Found' })
    })
  })
})
