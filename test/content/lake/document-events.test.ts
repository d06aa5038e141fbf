import { describe, expect, test } from 'vitest'
import type { DocumentChange } from '../../../content/lake/commit.ts'
import type { LakeDocument } from '../../../content/lake/document.ts'
import { eventOf } from '../../../content/lake/document-events.ts'

const transaction = { seq: 2, transactionId: 'now', timestamp: 'then', identity: 'ada' }

function document(_id: string, title: string, _rev = 'before'): LakeDocument {
  return { _id, _type: 'place', _rev, _createdAt: 'then', _updatedAt: 'then', title }
}

/** A change of one document from one title to another; null: it was not there, or went. */
function change(
  id: string,
  from: string | null,
  to: string | null,
  mutations: unknown[] = [1],
): DocumentChange {
  return {
    id,
    mutations,
    ...(from !== null && { before: document(id, from) }),
    ...(to !== null && { after: document(id, to, 'now') }),
  }
}

function eventFor(id: string, changes: DocumentChange[], isLeft = true) {
  return eventOf({ transaction, id, changes, isGroupLeft: () => isLeft })
}

describe('an event', () => {
  test.each([
    ['a draft that comes', [change('drafts.a', null, 'x')], undefined, 'createDocumentVersion'],
    ['a draft that is edited', [change('drafts.a', 'x', 'y')], undefined, undefined],
    ['a draft thrown away', [change('drafts.a', 'x', null)], undefined, 'deleteDocumentVersion'],
    [
      'a first publication',
      [change('a', null, 'x'), change('drafts.a', 'x', null)],
      'publishDocumentVersion',
      'publishDocumentVersion',
    ],
    [
      'a later publication',
      [change('a', 'w', 'x'), change('drafts.a', 'x', null)],
      'publishDocumentVersion',
      'publishDocumentVersion',
    ],
    [
      'an edit published at once',
      [change('a', 'w', 'y'), change('drafts.a', 'x', null, [1, 2])],
      'publishDocumentVersion',
      'publishDocumentVersion',
    ],
    [
      'an edit beside a draft thrown away',
      [change('a', 'w', 'y'), change('drafts.a', 'x', null)],
      'updateLiveDocument',
      'deleteDocumentVersion',
    ],
    [
      'unpublishing',
      [change('a', 'x', null), change('drafts.a', null, 'x')],
      'unpublishDocument',
      'createDocumentVersion',
    ],
    [
      'unpublishing where there is a draft',
      [change('a', 'x', null)],
      'unpublishDocument',
      undefined,
    ],
    [
      'a document written past the drafts',
      [change('a', null, 'x')],
      'createLiveDocument',
      undefined,
    ],
    ['an edit past the drafts', [change('a', 'x', 'y')], 'updateLiveDocument', undefined],
  ])('tells %s as what it was', (_, changes, published, draft) => {
    expect(eventFor('a', changes)?.type).toBe(published)
    expect(eventFor('drafts.a', changes)?.type).toBe(draft)
  })

  test('tells the deletion of all there is, to each of them', () => {
    const changes = [change('a', 'x', null), change('drafts.a', 'y', null)]
    for (const id of ['a', 'drafts.a']) {
      expect(eventFor(id, changes, false)).toEqual({
        type: 'deleteDocumentGroup',
        timestamp: 'then',
        author: 'ada',
        documentId: 'a',
      })
    }
  })

  test('names the revisions that the Studio goes to', () => {
    const changes = [change('a', null, 'x'), change('drafts.a', 'x', null)]
    expect(eventFor('a', changes)).toEqual({
      type: 'publishDocumentVersion',
      timestamp: 'then',
      author: 'ada',
      documentId: 'a',
      versionId: 'drafts.a',
      revisionId: 'now',
      versionRevisionId: 'before',
      publishCause: 'document.publish',
    })
    expect(eventFor('versions.spring.a', [change('versions.spring.a', null, 'x')])).toMatchObject({
      versionId: 'versions.spring.a',
      releaseId: 'spring',
      versionRevisionId: 'now',
    })
  })

  test('counts references that publishing made strong as the same content', () => {
    const weak = { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'place' } }
    const draft = { ...document('drafts.a', 'x'), at: weak }
    const published = { ...document('a', 'x', 'now'), at: { _ref: 'b' } }
    const changes = [
      { id: 'a', after: published, mutations: [1] },
      { id: 'drafts.a', before: draft, mutations: [1] },
    ]
    expect(eventFor('a', changes)?.type).toBe('publishDocumentVersion')
  })
})
