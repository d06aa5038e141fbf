import { describe, expect, test } from 'vitest'
import { clientError, contract, firstProblem } from './contract.ts'

contract((under) => {
  const { make, stored, ids } = under

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
})
