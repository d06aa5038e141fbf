import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

test('every word that a page asks for is there, and none is there in vain', async () => {
  const site = path.resolve(import.meta.dirname, '../../../site')
  const folders = ['accounts', 'desk'].map((name) => path.join(site, name))
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => path.join(folder, name))),
  )
  const scripts = files.flat().filter((file) => file.endsWith('.ts'))
  const source = (await Promise.all(scripts.map((file) => readFile(file, 'utf8')))).join('')
  const english = JSON.parse(
    await readFile(path.resolve(site, '../content/locales/staff/en.json'), 'utf8'),
  )
  const areas = new Set(Object.keys(english).map((key) => key.split('.')[0]))
  const asked = [...source.matchAll(/'([a-z]+\.[a-z-]+)'/g)]
    .map(([, key = '']) => key)
    .filter((key) => areas.has(key.split('.')[0]))
  expect(asked.filter((key) => !(key in english))).toEqual([])
  // Keys made of parts, such as `role.${name}`.
  const made = /^(role|done|password|mail)\.|^withdraw\.reason-/
  const unused = Object.keys(english).filter((key) => !asked.includes(key) && !made.test(key))
  expect(unused).toEqual([])
  for (const [key, text] of Object.entries(english)) {
    for (const sentence of String(text).split(/[.:!?]\s/)) {
      expect(sentence.split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(12)
    }
  }
})
