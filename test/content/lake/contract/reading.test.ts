import type { SanityDocument } from '@sanity/client'
import { beforeEach, describe, expect, test } from 'vitest'
import { clientError, contract } from './contract.ts'

contract((under) => {
  const { make, stored } = under

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
})
