import { describe, expect, test } from 'vitest'
import { clientError, contract, firstProblem } from './contract.ts'

contract((under) => {
  const { make, stored, ids } = under

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
          transactionId: 'once-y',
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
})
