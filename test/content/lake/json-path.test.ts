import { describe, expect, test } from 'vitest'
import { jsonPath } from '../../../content/lake/json-path.ts'

describe('a path of a patch', () => {
  test.each([
    'title',
    'a.b.c',
    'tags[0]',
    'tags[-1]',
    'tags[0:2]',
    'tags[]'.replace('[]', '[:]'),
    'items[_key=="sr-Latn"].value',
    "items[_key=='x']",
    'a["with \\" quote"]',
    'body[0].children[1].text',
    '..title',
    'a..b',
    'items[n > 1, _key=="x"]',
    "['quoted name'].x",
  ])('%s is taken', (path) => {
    expect(jsonPath.safeParse(path).success).toBe(true)
  })

  test.each([
    '',
    'a-b',
    'a b',
    'a.',
    '.a',
    'a..',
    'a[',
    'a]',
    'a[]',
    'a[0',
    '1a',
    'a[0]b',
    'a["x]',
  ])('%j is refused, so that no half of it is applied', (path) => {
    expect(jsonPath.safeParse(path).success).toBe(false)
  })
})
