import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLake } from '../../../content/lake/verify.ts'
import { fillLake } from '../exchange/fill-lake.ts'
import { inProcess } from './transports.ts'

const FREE =
  'DROP TRIGGER transactions_stay; DROP TRIGGER transactions_kept; DROP TRIGGER changes_stay; DROP TRIGGER changes_kept;'

describe('verifying a lake', () => {
  let folder: string
  let sound: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-verify-'))
    sound = join(folder, 'sound')
    const { client, lake, dataFolder, close } = await inProcess()
    await fillLake(client, 40)
    await client.create({ _id: 'p', _type: 'note', title: 'first words', tags: ['a'] })
    await client
      .patch('p')
      .set({ title: 'other words' })
      .insert('after', 'tags[-1]', ['b'])
      .inc({})
      .commit()
    await client
      .transaction()
      .createIfNotExists({ _id: 'q', _type: 'note' })
      .patch('q', (patch) => patch.set({ 'a.b': 1 }).setIfMissing({ c: [] }))
      .delete('p')
      .commit()
    await client.createOrReplace({ _id: 'p', _type: 'note', title: 'again' })
    await lake.stop()
    await cp(dataFolder, sound, { recursive: true })
    await close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  const verify = (data: string) =>
    verifyLake({ databaseFile: join(data, 'lake.sqlite'), assetFolder: join(data, 'assets') })
  const damaged = async (
    name: string,
    damage: (database: DatabaseSync, data: string) => unknown,
  ) => {
    const data = join(folder, name)
    await cp(sound, data, { recursive: true })
    const database = new DatabaseSync(join(data, 'lake.sqlite'))
    database.exec(`PRAGMA foreign_keys = OFF; ${FREE}`)
    await damage(database, data)
    database.close()
    return (await verify(data)).complaints
  }

  test('proves a sound one, and counts what it proved', async () => {
    expect(await verify(sound)).toEqual({
      transactions: 10,
      changes: 89,
      documents: 45,
      references: 136,
      assets: 3,
      complaints: [],
    })
  })

  test('names a document that is not what the log made of it', async () => {
    const complaints = await damaged('changed', (database) =>
      database.exec(
        `UPDATE documents SET body = json_set(body, '$.title', 'false') WHERE id = 'p'`,
      ),
    )
    expect(complaints).toEqual(['Document "p" is not as logged'])
  })

  test('names a document that is gone, one that nobody wrote, and one that cannot be read', async () => {
    const complaints = await damaged('rows', (database) => {
      database.exec(`DELETE FROM documents WHERE id = 'p'`)
      database.exec(
        `INSERT INTO documents SELECT 'made-up', json_set(body, '$._id', 'made-up') FROM documents WHERE id = 'q'`,
      )
      database.exec(`UPDATE documents SET body = '{"_id": "q"' WHERE id = 'q'`)
    })
    expect(complaints).toContain('Document "p" is missing, but stands in the log')
    expect(complaints).toContain('Document "made-up" is kept, but the log does not know it')
    expect(complaints).toContain('Document "q" cannot be read')
  })

  test.each([
    ['first', 1],
    ['middle', 8],
    ['last', 10],
  ])('names the %s transaction where it was taken out of the log', async (name, seq) => {
    const complaints = await damaged(`entry-${name}`, (database) =>
      database.exec(`DELETE FROM transactions WHERE seq = ${seq}`),
    )
    expect(complaints).toContain(`Log: transaction ${seq} is missing`)
    expect(complaints).toContain(`Log: changes belong to transaction ${seq}, which is missing`)
  })

  test('names a change that was taken out of a transaction, and one that was altered', async () => {
    const taken = await damaged('taken', (database) =>
      database.exec(`DELETE FROM changes WHERE document_id = 'q'`),
    )
    expect(taken).toContainEqual(expect.stringMatching(/^Log: of transaction 9 \(.*\) a change is/))
    expect(taken).toContain('Document "q" is kept, but the log does not know it')
    const altered = await damaged('altered', (database) =>
      database.exec(
        `UPDATE changes SET after = json_set(after, '$.title', 'false') WHERE document_id = 'p' AND seq = 8`,
      ),
    )
    expect(altered).toEqual([
      'Log: transaction 8, document "p": done again, it gives another document',
    ])
  })

  test('names an asset with a byte changed, and one whose file is gone', async () => {
    let [changed = '', gone = ''] = ['', '']
    const complaints = await damaged('assets', async (_, data) => {
      const names = (await readdir(join(data, 'assets'))).filter((name) => name.includes('.'))
      ;[changed = '', gone = ''] = names
      await writeFile(join(data, 'assets', changed), 'x', { flag: 'r+' })
      await rm(join(data, 'assets', gone))
    })
    expect(complaints).toHaveLength(2)
    expect(complaints).toContainEqual(
      expect.stringContaining(`its file ${changed} has other bytes`),
    )
    expect(complaints).toContainEqual(expect.stringContaining(`its file ${gone} is missing`))
  })

  test('names a reference to a document that is not there', async () => {
    const complaints = await damaged('reference', (database) =>
      database.exec(`DELETE FROM documents WHERE id = 'note-0'`),
    )
    expect(complaints).toContain('Document "note-1" refers to "note-0", which is missing')
  })
})
