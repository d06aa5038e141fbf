import { readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Mistake } from '#content/model/errors.ts'
import { openSigningKey } from '../../../kiosk/service/signing-key.ts'
import { temporaryFolder } from '../../browser.ts'

let temporary: Awaited<ReturnType<typeof temporaryFolder>>
beforeEach(async () => {
  temporary = await temporaryFolder('key')
})
afterEach(() => temporary.remove())

test('the key is made once, and only its owner can read it', async () => {
  const [first, second] = await Promise.all([
    openSigningKey(temporary.folder),
    openSigningKey(temporary.folder),
  ])
  expect(first.publicKey).toMatch(/^[0-9a-f]{64}$/)
  expect(second.publicKey).toBe(first.publicKey)
  const [file = ''] = await readdir(temporary.folder)
  const { mode } = await stat(path.join(temporary.folder, file))
  expect((mode & 0o777).toString(8)).toBe('600')
})

test('a damaged key stops the start and names the file', async () => {
  await openSigningKey(temporary.folder)
  const [file = ''] = await readdir(temporary.folder)
  await writeFile(path.join(temporary.folder, file), 'not a key')
  await expect(openSigningKey(temporary.folder)).rejects.toThrow(Mistake)
  await expect(openSigningKey(temporary.folder)).rejects.toThrow(file)
})
