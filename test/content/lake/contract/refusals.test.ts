import { describe, expect, test } from 'vitest'
import { clientError, contract, firstProblem } from './contract.ts'

contract((under) => {
  const { make, ids } = under

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
