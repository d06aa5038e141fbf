import type { LakeDocument } from '../../content/lake/document.ts'

/** One tenth places, one tenth authors, the rest messages that point to both. */
export function makeDocuments(count: number): LakeDocument[] {
  const tenth = count / 10
  return Array.from({ length: count }, (_, n) => {
    const index = Math.floor(n / 10)
    const base = {
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % count) * 1000).toISOString(),
      body: [{ _type: 'block', children: [{ _type: 'span', text: `Text of document ${n}` }] }],
    }
    if (n % 10 === 0) {
      const id = `place-${index}`
      return { _id: id, _type: 'place', name: `Place ${index}`, slug: { current: id }, ...base }
    }
    if (n % 10 === 1) {
      return { _id: `author-${index}`, _type: 'author', name: `Author ${index}`, ...base }
    }
    return {
      _id: `message-${n}`,
      _type: 'message',
      title: `Message ${(n * 7919) % count}`,
      place: { _type: 'reference', _ref: `place-${(n * 31) % tenth}` },
      author: { _type: 'reference', _ref: `author-${(n * 17) % tenth}` },
      ...base,
    }
  })
}
