import { describe, expect, test } from 'vitest'
import { clientError, contract, firstProblem } from './contract.ts'

contract((under) => {
  const { make, stored, ids } = under

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
})
