import { ClientError } from '@sanity/client'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { inProcess, type LakeUnderTest, overHttp } from '../transports.ts'

/** What a contract is held against: a lake that is empty before each test, reached by the real client. */
export type Contract = Pick<LakeUnderTest, 'client' | 'clientAs' | 'request'> & {
  make: (
    id: string,
    attributes?: Record<string, unknown>,
  ) => ReturnType<LakeUnderTest['client']['create']>
  stored: (id: string) => ReturnType<LakeUnderTest['client']['getDocument']>
  ids: () => Promise<string[]>
}

/** Holds the lake to the same promises over HTTP and in process. A document with `forbidden` is refused by a gate. */
export function contract(promises: (under: Contract) => void): void {
  describe.each([
    ['over HTTP', overHttp],
    ['in process', inProcess],
  ])('@sanity/client %s', (_, start) => {
    let opened: LakeUnderTest
    beforeAll(async () => {
      opened = await start({
        beforeCommit: ({ changes }) =>
          changes.flatMap(({ id, after }) =>
            after?.['forbidden'] === true
              ? [{ documentId: id, path: 'forbidden', message: 'This is forbidden' }]
              : [],
          ),
      })
    })
    afterAll(() => opened.close())
    beforeEach(async () => {
      await opened.client.delete({ query: '*' })
    })
    promises({
      get client() {
        return opened.client
      },
      clientAs: (role) => opened.clientAs(role),
      request: (path, init, token) => opened.request(path, init, token),
      make: (id, attributes = {}) =>
        opened.client.create({ _id: id, _type: 'place', ...attributes }),
      stored: (id) => opened.client.getDocument(id),
      ids: () => opened.client.fetch<string[]>('*[] | order(_id)._id'),
    })
  })
}

/** The error that a promise rejects with, which has to be one of the client's own. */
export async function clientError(promise: Promise<unknown>): Promise<ClientError> {
  const error = await promise.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ClientError)) throw error
  return error
}

/** Type and place of the first problem in a mutation or action error. */
export function firstProblem(error: ClientError) {
  const { error: problem, index } = error.details.items[0]
  return { ...problem, index }
}
