import { createWriteStream } from 'node:fs'
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Parser, type ReadEntry } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTokens } from '../../../content/access/tokens.ts'
import { backupFolder } from '../../../content/exchange/backup.ts'
import { askLake } from '../../../content/exchange/lake-door.ts'
import { packTar } from '../../../content/exchange/pack-tar.ts'
import { restoreFolder } from '../../../content/exchange/restore.ts'
import { verifyLake } from '../../../content/lake/verify.ts'
import { Mistake } from '../../../content/model/errors.ts'
import { fillLake } from './fill-lake.ts'
import { type ServedLake, serveLake } from './served-lake.ts'

const PASSPHRASE = 'five words that nobody guesses'
const progress = () => {}

describe('a backup', () => {
  let folder: string
  let lake: ServedLake
  let file: string
  let token: string
  const tokensOf = (dataFolder: string) => openTokens(dataFolder)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-backup-test-'))
    file = join(folder, 'backup.age')
    lake = await serveLake()
    await fillLake(lake.client, 100)
    const { dataFolder } = lake
    await mkdir(join(dataFolder, 'secrets'), { mode: 0o700 })
    await writeFile(join(dataFolder, 'secrets', 'signing-key'), 'secret key', { mode: 0o600 })
    await writeFile(join(dataFolder, 'counters.json'), '{"a": 1}')
    await writeFile(join(dataFolder, 'empty'), '')
    await mkdir(join(dataFolder, 'renditions'), { recursive: true })
    await writeFile(join(dataFolder, 'renditions', 'drawn.png'), 'could be drawn anew')
    const tokens = tokensOf(dataFolder)
    token = tokens.issue({ role: 'editor', label: 'kept' }).token
    // Somebody goes on writing all the while.
    let isOver = false
    const writing = (async () => {
      for (let index = 0; !isOver; index += 1) {
        await lake.client.create({ _id: `meanwhile-${index}`, _type: 'note' })
        tokens.issue({ role: 'viewer' })
      }
    })()
    await backup(file)
    isOver = true
    await writing
    tokens.close()
  })
  afterAll(async () => {
    await lake.close()
    await rm(folder, { recursive: true })
  })

  const backup = (target: string, copyLake = copyByDoor) =>
    backupFolder({
      dataFolder: lake.dataFolder,
      file: target,
      passphrase: PASSPHRASE,
      copyLake,
      progress,
      now: new Date(0),
      workFactor: 8,
    })
  const copyByDoor = async (target: string) => {
    const bytes = await askLake(lake.door, 'v1/backup/production')
    await pipeline(bytes, createWriteStream(target))
  }
  const restore = (dataFolder: string, source = file, passphrase = PASSPHRASE) =>
    restoreFolder({ dataFolder, file: source, passphrase, progress })

  test('of a lake that is being written to restores into a whole one, keys and accounts with it', async () => {
    const data = join(folder, 'restored', 'data')
    const { files, madeAt } = await restore(data)
    expect(madeAt).toBe('1970-01-01T00:00:00.000Z')
    expect(files.map(({ name }) => name)).toContain('secrets/signing-key')
    const proven = await verifyLake({
      databaseFile: join(data, 'lake.sqlite'),
      assetFolder: join(data, 'assets'),
    })
    expect(proven).toMatchObject({ assets: 3, complaints: [] })
    expect(proven.documents).toBeGreaterThanOrEqual(103)
    expect(await readFile(join(data, 'secrets', 'signing-key'), 'utf8')).toBe('secret key')
    expect(await readFile(join(data, 'empty'), 'utf8')).toBe('')
    const tokens = tokensOf(data)
    expect(tokens.identify(token)).toMatchObject({ label: 'kept' })
    tokens.close()
  })

  test('can be read by its owner only, in the file and when restored', async () => {
    const data = join(folder, 'modes')
    await restore(data)
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await modeOf(file)).toBe('600')
    expect(await modeOf(data)).toBe('700')
    expect(await modeOf(join(data, 'secrets'))).toBe('700')
    expect(await modeOf(join(data, 'secrets', 'signing-key'))).toBe('600')
  })

  test('leaves out what could be drawn anew, and leaves nothing behind', async () => {
    const data = join(folder, 'bare')
    await restore(data)
    expect(await readdir(data)).not.toContain('renditions')
    expect((await readdir(lake.dataFolder)).filter((name) => name.startsWith('.'))).toEqual([])
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
    const bytes = await readFile(file)
    expect(bytes.includes('secret key')).toBe(false)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  })

  test('never overwrites: neither a file nor a folder that holds something', async () => {
    await expect(backup(file)).rejects.toThrow(/is there already/)
    await expect(restore(lake.dataFolder)).rejects.toThrow(/is not empty/)
    const empty = join(folder, 'empty')
    await mkdir(empty)
    expect((await restore(empty)).files.length).toBeGreaterThan(5)
  })

  test('brings back whatever a file is called, or says at once that it cannot', async () => {
    const kept = ['Sicherung von Möller.txt', `${'long'.repeat(60)}.txt`, `${'ش'.repeat(90)}.txt`]
    const place = async (name: string) => writeFile(join(lake.dataFolder, name), name)
    await Promise.all(kept.map(place))
    const target = join(folder, 'names.age')
    await backup(target)
    const data = join(folder, 'names')
    await restore(data, target)
    for (const name of kept) expect(await readFile(join(data, name), 'utf8')).toBe(name)
    for (const name of ['at 12:30.txt', 'a\\b', 'manifest.json']) {
      await place(name)
      const failed = backup(join(folder, 'unfit.age'))
      await expect(failed).rejects.toThrow(`"${name}" in ${lake.dataFolder} has a name that`)
      await expect(failed).rejects.toBeInstanceOf(Mistake)
      await rm(join(lake.dataFolder, name))
    }
    await Promise.all(kept.map((name) => rm(join(lake.dataFolder, name))))
  })

  test('takes a file larger than a plain tar header can say', async () => {
    const size = 9 * 1024 ** 3
    const path = join(folder, 'large')
    await writeFile(path, '')
    await truncate(path, size)
    const archive = packTar([{ name: 'lake.sqlite', path }], progress, () => ({
      name: '',
      text: '',
    }))
    const read = Promise.withResolvers<ReadEntry>()
    const parser = new Parser({ strict: true, onReadEntry: read.resolve })
    parser.write(Buffer.from((await archive.next()).value ?? []))
    expect(await read.promise).toMatchObject({ path: 'lake.sqlite', size })
    await archive.return(undefined)
    await rm(path)
  })

  test('whose lake cannot be copied leaves no file', async () => {
    const target = join(folder, 'none.age')
    await expect(backup(target, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    await expect(stat(target)).rejects.toThrow('ENOENT')
    await expect(backup(join(folder, 'nowhere', 'x.age'))).rejects.toBeInstanceOf(Mistake)
  })

  test.each([
    [
      'with a wrong passphrase',
      (bytes: Buffer) => bytes,
      'another passphrase',
      /passphrase is wrong/,
    ],
    ['that is none', () => Buffer.from('words'), PASSPHRASE, /or it is no backup/],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1), PASSPHRASE, /cut off or changed/],
    [
      'cut off at a portion',
      (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\n--- ') + 200 + 65_552),
      PASSPHRASE,
      /cut off or changed/,
    ],
    [
      'with a bit changed',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes)
        changed[100_000] = (changed[100_000] ?? 0) ^ 1
        return changed
      },
      PASSPHRASE,
      /cut off or changed/,
    ],
    [
      'with more behind it',
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
      PASSPHRASE,
      /cut off/,
    ],
  ])('%s is refused, and nothing of it is left', async (name, change, passphrase, reason) => {
    const place = join(folder, name)
    await mkdir(place)
    const source = join(place, 'backup.age')
    await writeFile(source, change(await readFile(file)))
    const failed = restore(join(place, 'data'), source, passphrase)
    await expect(failed).rejects.toThrow(reason)
    expect(await readdir(place)).toEqual(['backup.age'])
  })

  test('of a folder restores the same folder', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    await restore(one)
    const again = join(folder, 'again.age')
    await backupFolder({
      dataFolder: one,
      file: again,
      passphrase: PASSPHRASE,
      copyLake: (target) => cp(join(one, 'lake.sqlite'), target),
      progress,
      now: new Date(0),
      workFactor: 8,
    })
    const names = (await restore(two, again)).files.map(({ name }) => name)
    expect(names.sort()).toEqual(
      (await restore(join(folder, 'three'))).files.map(({ name }) => name).sort(),
    )
  })
})
