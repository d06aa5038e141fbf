import { expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { sampleWeeks } from '#content/demo/sample-scans.ts'

test('every piece of the demo that hangs has made-up scans of the last week, and no other', () => {
  const hanging = demoDocuments(new Date())
    .flat()
    .flatMap((one) => (one._type === 'placement' && one.state !== 'ordered' ? [one.code] : []))
  const [last] = sampleWeeks().slice(-1)
  expect([...(last?.scans.keys() ?? [])].toSorted()).toEqual(hanging.toSorted())
})

test('the weeks follow each other to the last, and what hung stays', () => {
  const weeks = sampleWeeks()
  expect(weeks.map(({ weeksAgo }) => weeksAgo)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  for (const [at, { scans }] of weeks.slice(1).entries()) {
    expect(new Set(scans.keys())).toEqual(
      new Set([...scans.keys(), ...(weeks[at]?.scans.keys() ?? [])]),
    )
  }
})
