import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, Header } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportArchive } from '../../../content/exchange/export-archive.ts'
import { importArchive, type WhereThere } from '../../../content/exchange/import-archive.ts'
import { shapeGate } from '../../../content/gates/shape-gate.ts'
import { Mistake } from '../../../content/model/errors.ts'
import { halves } from '../lake/asset-fixtures.ts'
import { readArchive } from './read-archive.ts'
import { type ServedLake, serveLake } from './served-lake.ts'

const progress = () => {}

describe('an import', () => {
  let folder: string
  let lake: ServedLake
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-import-test-'))
    lake = await serveLake({ beforeCommit: shapeGate })
  })
  afterEach(async () => {
    await lake.close()
    await rm(folder, { recursive: true })
  })

  const archiveOf = async (lines: readonly unknown[], text?: string) => {
    await mkdir(join(folder, 'some-export'), { recursive: true })
    const ndjson = text ?? lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    await writeFile(join(folder, 'some-export', 'data.ndjson'), ndjson)
    const file = join(folder, 'in.tar.gz')
    await create({ cwd: folder, file, gzip: true }, ['some-export'])
    return file
  }
  const bring = (file: string, whereThere: WhereThere = 'refuse') =>
    importArchive(lake.client, file, { whereThere, progress })
  const titles = () => lake.client.fetch('*[_type == "system.note"] | order(_id) {_id, title}')
  const note = (_id: string, title: string) => ({ _id, _type: 'system.note', title })

  test('leaves, replaces or refuses what is there already, and refuses before it writes', async () => {
    await lake.client.create(note('a', 'old'))
    const file = await archiveOf([note('a', 'new'), note('b', 'new')])
    await expect(bring(file)).rejects.toThrow(/^1 of the documents are there already \(a\)/)
    expect(await titles()).toEqual([{ _id: 'a', title: 'old' }])
    expect(await bring(file, 'keep')).toEqual({ written: 1, kept: 1, assets: 0 })
    expect(await titles()).toEqual([
      { _id: 'a', title: 'old' },
      { _id: 'b', title: 'new' },
    ])
    expect(await bring(file, 'replace')).toEqual({ written: 2, kept: 0, assets: 0 })
    expect((await titles())[0]).toEqual({ _id: 'a', title: 'new' })
  })

  test('passes the gates with a published document that has to have its picture', async () => {
    const source = await serveLake()
    const { _id: _ref } = await source.client.assets.upload(
      'image',
      await (await halves(40, 20)).png().toBuffer(),
    )
    const logo = {
      _type: 'image',
      alt: [],
      credit: 'Made up',
      licence: 'CC0',
      asset: { _type: 'reference', _ref },
    }
    await source.client.create({ _id: 'system.with-logo', _type: 'note', logo })
    const file = join(folder, 'with-logo.tar.gz')
    await exportArchive(source.door, file, { hasAssets: true, hasDrafts: true, progress })
    await source.close()
    let [withLogo, without] = [0, 0]
    const strict = await serveLake({
      beforeCommit: ({ changes }) => {
        for (const { id, after } of changes) {
          if (id !== 'system.with-logo') continue
          if (JSON.stringify(after).includes(_ref)) withLogo += 1
          else without += 1
        }
        return []
      },
    })
    await importArchive(strict.client, file, { whereThere: 'refuse', progress })
    expect(await strict.client.getDocument('system.with-logo')).toMatchObject({ logo })
    expect({ hasCome: withLogo > 0, without }).toEqual({ hasCome: true, without: 0 })
    await strict.close()
  })

  test('says where it stopped at a gate, and what to do', async () => {
    const file = await archiveOf([{ _id: 'nobody', _type: 'helpline' }])
    await expect(bring(file)).rejects.toThrow(/half-way: .*nobody.*\n.*--replace/s)
  })

  test.each([
    ['no file', () => join(folder, 'nowhere.tar.gz'), /There is no file .*nowhere/],
    [
      'no archive',
      async () => {
        await writeFile(join(folder, 'x.tar.gz'), 'not an archive at all, only words '.repeat(99))
        return join(folder, 'x.tar.gz')
      },
      /cannot be used: it is damaged, or no archive/,
    ],
    ['a document without _type', () => archiveOf([{ _id: 'a' }]), /document 1: .*no _type/],
    ['one id twice', () => archiveOf([note('a', 'x'), note('a', 'y')]), /has "a" twice/],
    ['a line that is no JSON', () => archiveOf([], '{"_id"\n'), /line 1: it is no JSON/],
    [
      'a line longer than any document',
      () => archiveOf([note('a', 'x'.repeat(5_000_000))]),
      /line 1: it is longer than 4 MB/,
    ],
    [
      'a picture from the internet',
      () =>
        archiveOf([{ ...note('a', 'x'), p: { _sanityAsset: 'image@https://example.org/a.png' } }]),
      /image@https:\/\/example.org\/a.png, which is not in the archive/,
    ],
    [
      'a picture outside of the archive',
      () =>
        archiveOf([{ ...note('a', 'x'), p: { _sanityAsset: 'image@file://./../../etc/passwd' } }]),
      /which is not in the archive/,
    ],
    [
      'a raw export',
      () => archiveOf([{ _id: 'image-x', _type: 'sanity.imageAsset' }]),
      /raw export/,
    ],
  ])('writes nothing of an archive with %s', async (_, make, reason) => {
    const failed = bring(await make())
    await expect(failed).rejects.toThrow(reason)
    await expect(failed).rejects.toBeInstanceOf(Mistake)
    expect(await lake.client.fetch('count(*)')).toBe(0)
  })

  test.each([
    ['../../escaped/data.ndjson', 'File', /leads out of it/],
    ['/elsewhere/data.ndjson', 'File', /leads out of it/],
    ['x/images/..\\up.png', 'File', /leads out of it/],
    ['x/images/link.png', 'SymbolicLink', /neither a file nor a folder/],
    ['x/images/link.png', 'Link', /neither a file nor a folder/],
  ] as const)('refuses the entry %s (%s)', async (path, type, reason) => {
    const linkpath = type === 'File' ? {} : { linkpath: '/etc/passwd' }
    const header = new Header({ path, type, size: 0, mode: 0o644, mtime: new Date(0), ...linkpath })
    header.encode()
    const file = join(folder, 'evil.tar')
    await writeFile(file, Buffer.concat([header.block ?? Buffer.alloc(0), Buffer.alloc(1024)]))
    await expect(bring(file)).rejects.toThrow(reason)
  })

  test('brings back what an export without assets or drafts leaves', async () => {
    await lake.client.create({ ...note('a', 'kept'), list: [1, null, 'two'] })
    await lake.client.create(note('drafts.a', 'left out'))
    const { _id: _ref } = await lake.client.assets.upload('file', Buffer.from('words'), {
      filename: 'words.txt',
    })
    const asset = { _type: 'reference', _ref }
    await lake.client.create({
      ...note('b', 'b'),
      sheet: { _type: 'file', asset },
      all: [{ asset }],
    })
    const file = join(folder, 'bare.tar.gz')
    await exportArchive(lake.door, file, { hasAssets: false, hasDrafts: false, progress })
    const { documents, files } = await readArchive(file)
    expect(files).toEqual({})
    expect(documents).toMatchObject([
      { _id: 'a', list: [1, null, 'two'] },
      { _id: 'b', all: [] },
    ])
    expect(documents[1]).not.toHaveProperty('sheet')
    await expect(
      exportArchive(lake.door, file, { hasAssets: false, hasDrafts: false, progress }),
    ).rejects.toThrow(/is there already/)
  })
})
