import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lake } from '../../../content/lake/create-lake.ts'
import { DOCUMENTS, SECRET } from './rights-documents.ts'
import { asker, NAMES, openRightsLake, writeAll } from './rights-lake.ts'
import { action, EDITORS, patch, ref, WRITES } from './writes-of-roles.ts'

describe('the role table of writes', () => {
  let lake: Lake
  let ask: ReturnType<typeof asker>
  beforeAll(async () => {
    lake = openRightsLake()
    ask = asker(lake)
    await writeAll(lake, DOCUMENTS, 'first')
  })
  afterAll(() => lake.stop())

  const CASES = WRITES.flatMap(([promise, body, allowed]) =>
    NAMES.map((person) => ({ person, promise, body, isAllowed: allowed.includes(person) })),
  )

  test.each(CASES)('$person asks for $promise: $isAllowed', async ({ person, body, isAllowed }) => {
    const kind = 'actions' in body ? 'actions' : 'mutate'
    const answer = await ask(
      person,
      `v1/data/${kind}/production?dryRun=true&returnDocuments=true`,
      {
        ...body,
        ...(kind === 'actions' && { dryRun: true }),
      },
    )
    const said = await answer.text()
    if (isAllowed) expect([answer.status, said]).toEqual([200, said])
    else expect([403, 409]).toContain(answer.status)
    if (!isAllowed) expect(said).not.toContain(SECRET)
  })

  test('a document out of sight is patched and deleted as one that is not there', async () => {
    const bodies = (id: string) => [
      patch(id, { set: { audience: 'men' } }),
      { mutations: [{ delete: { id } }] },
      action('discard', { draftId: id }),
    ]
    const answers = async (id: string) => {
      const said = bodies(id).map(async (body) => {
        const kind = 'actions' in body ? 'actions' : 'mutate'
        const answer = await ask('editorOfA', `v1/data/${kind}/production?returnIds=true`, {
          ...body,
          transactionId: `guess-${kind}`,
        })
        return [answer.status, (await answer.text()).replaceAll(id, 'it')]
      })
      return Promise.all(said)
    }
    expect(await answers('drafts.line-b')).toEqual(await answers('drafts.line-x'))
  })

  test('a reference to what is out of sight is one to nothing', async () => {
    const answer = await ask('editorOfA', 'v1/data/mutate/production', {
      mutations: [{ create: { _id: 'probe', _type: 'memo', to: ref('drafts.line-b') } }],
    })
    expect(answer.status).toBe(409)
    expect((await answer.json()).error.items[0].error.type).toBe(
      'documentReferenceDoesNotExistError',
    )
  })

  test('a reference from what is out of sight holds, and is not named', async () => {
    await writeAll(lake, [{ _id: 'held', _type: 'memo' }], 'held')
    const holder = {
      _id: 'drafts.holder',
      _type: 'helpline',
      organization: ref('org-b'),
      to: ref('held'),
    }
    await writeAll(lake, [holder], 'holder')
    const answer = await ask('editorOfA', 'v1/data/mutate/production', {
      mutations: [{ delete: { id: 'held' } }],
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain('holder')
  })

  test.each(NAMES)('%s may upload only as who may make its document', async (person) => {
    const answers = await Promise.all(
      ['images', 'files'].map((kind) =>
        ask(person, `v1/assets/${kind}/production?filename=a.txt`, 'plain words'),
      ),
    )
    const mayWrite = EDITORS.includes(person)
    // Words are no picture.
    expect(answers.map(({ status }) => status)).toEqual(mayWrite ? [400, 200] : [403, 403])
  })

  test('bytes are for everybody who knows their name', async () => {
    const made = await ask('editorOfA', 'v1/assets/files/production?filename=b.txt', 'more words')
    const { path } = (await made.json()).document
    for (const person of [...NAMES, undefined]) {
      expect(await (await ask(person, path)).text()).toBe('more words')
      const unknown = path.replace(/[0-9a-f]{40}/, '0'.repeat(40))
      expect((await ask(person, unknown)).status).toBe(404)
    }
  })
})
