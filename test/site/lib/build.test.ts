import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ensureBuilt, sourceStamp, writeStamp } from '../../../site/lib/build.ts'
import { temporaryFolder } from '../../browser.ts'

test('what is built from these very sources is not built again, and any change is seen', async () => {
  const { folder, remove } = await temporaryFolder('build')
  const source = path.join(folder, 'site/pages/index.astro')
  mkdirSync(path.dirname(source), { recursive: true })
  mkdirSync(path.join(folder, 'dist'))
  writeFileSync(source, '<p>one</p>')
  writeStamp(folder)
  const before = sourceStamp(folder)
  const said: string[] = []
  await ensureBuilt(folder, (line) => said.push(line))
  expect(said).toEqual([])
  writeFileSync(source, '<p>two</p>')
  expect(sourceStamp(folder)).not.toBe(before)
  await expect(ensureBuilt(folder, (line) => said.push(line))).rejects.toThrow(/could not be built/)
  expect(said).toHaveLength(1)
  writeFileSync(source, '<p>one</p>')
  await expect(
    ensureBuilt(folder, () => {}),
    'half of a build passes for one',
  ).rejects.toThrow()
  await remove()
})
