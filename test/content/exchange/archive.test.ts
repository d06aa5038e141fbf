import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportDataset } from '@sanity/export'
import { sanityImport } from '@sanity/import'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportArchive } from '../../../content/exchange/export-archive.ts'
import { importArchive } from '../../../content/exchange/import-archive.ts'
import { isLong } from '../../long.ts'
import { fillLake } from './fill-lake.ts'
import { lasting, readArchive } from './read-archive.ts'
import { type ServedLake, serveLake } from './served-lake.ts'

const COUNT = isLong ? 10_000 : 300
const LONG_MS = 600_000
const progress = () => {}
const all = { hasAssets: true, hasDrafts: true, progress }

describe('an archive', () => {
  let folder: string
  const lakes: ServedLake[] = []
  const newLake: typeof serveLake = async (options) => {
    const lake = await serveLake(options)
    lakes.push(lake)
    return lake
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-archive-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
    for (const lake of lakes.splice(0)) await lake.close()
  })

  const sanityExport = (lake: ServedLake, name: string, more = {}) =>
    exportDataset({
      client: lake.client,
      dataset: 'production',
      outputPath: join(folder, name),
      ...more,
    })

  test('by the tools of Sanity goes from one lake to an empty one and comes back equal', {
    timeout: LONG_MS,
  }, async () => {
    const [first, second] = [await newLake(), await newLake()]
    await fillLake(first.client, COUNT)
    await sanityExport(first, 'first.tar.gz')
    const { numDocs, warnings } = await sanityImport(
      createReadStream(join(folder, 'first.tar.gz')),
      { client: second.client },
    )
    expect({ numDocs, warnings }).toEqual({ numDocs: COUNT, warnings: [] })
    await sanityExport(second, 'second.tar.gz')
    const before = await readArchive(join(folder, 'first.tar.gz'))
    expect(before.documents).toHaveLength(COUNT)
    expect(Object.keys(before.files)).toHaveLength(3)
    expect(lasting(await readArchive(join(folder, 'second.tar.gz')))).toEqual(lasting(before))
  })

  test('of ours says the same as one of Sanity, in their tool and in ours', {
    timeout: LONG_MS,
  }, async () => {
    const [first, second, third] = [await newLake(), await newLake(), await newLake()]
    await fillLake(first.client, COUNT)
    const made = await exportArchive(first.door, join(folder, 'ours.tar.gz'), all)
    expect(made).toEqual({ documents: COUNT, assets: 3 })
    await sanityExport(first, 'theirs.tar.gz')
    const ours = await readArchive(join(folder, 'ours.tar.gz'))
    const theirs = await readArchive(join(folder, 'theirs.tar.gz'))
    expect(ours.assetMap).toEqual(theirs.assetMap)
    expect(Object.values(ours.files).sort()).toEqual(Object.values(theirs.files).sort())

    await sanityImport(createReadStream(join(folder, 'ours.tar.gz')), { client: second.client })
    await importArchive(third.client, join(folder, 'theirs.tar.gz'), {
      whereThere: 'refuse',
      progress,
    })
    for (const [name, lake] of [
      ['second', second],
      ['third', third],
    ] as const) {
      await exportArchive(lake.door, join(folder, `${name}.tar.gz`), all)
      const copy = await readArchive(join(folder, `${name}.tar.gz`))
      expect(lasting(copy)).toEqual(lasting(ours))
    }
    expect((await readdir(folder)).sort()).toEqual(
      ['ours', 'second', 'theirs', 'third'].map((name) => `${name}.tar.gz`),
    )
  })
})
