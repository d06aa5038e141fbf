import { expect, test } from 'vitest'
import { scanTrees } from '#content/counts/scan-trees.ts'
import { shortCode } from '#content/model/short-code.ts'

const [A, B, C] = ['AAAAAA', 'BBBBBB', 'CCCCCC'].map((code) => shortCode.parse(code))
if (A === undefined || B === undefined || C === undefined) throw new Error('three codes')

test('codes stand below their place, and a place below each campaign that hangs there', () => {
  const hanging = [
    { code: C, place: 'port', campaign: 'two' },
    { code: B, place: 'port', campaign: 'one' },
    { code: A, place: 'port', campaign: 'one' },
  ]
  expect(scanTrees(hanging, (code) => code.charCodeAt(0) - 64)).toEqual([
    {
      id: 'one',
      parts: [
        {
          id: 'port',
          parts: [
            { id: A, scans: 1 },
            { id: B, scans: 2 },
          ],
        },
      ],
    },
    { id: 'two', parts: [{ id: 'port', parts: [{ id: C, scans: 3 }] }] },
  ])
})

test('a code that two pieces bear is counted in one tree only', () => {
  const hanging = ['one', 'two'].map((campaign) => ({ code: A, place: 'port', campaign }))
  expect(scanTrees(hanging, () => 5).map(({ id }) => id)).toEqual(['one'])
})
