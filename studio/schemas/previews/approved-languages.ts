import { z } from 'zod'
import { itemsOf } from './joined.ts'

const approved = z.object({ value: z.object({ approved: z.object({ text: z.string() }) }) })

/** In how many of its languages a text is approved, as a shape and words. */
export function approvedLanguages(text: unknown): string {
  const items = itemsOf(text)
  const count = items.filter((item) => approved.safeParse(item).success).length
  if (items.length === 0) return '○ No language yet'
  const shape = count === 0 ? '○' : count === items.length ? '●' : '◐'
  return `${shape} ${count} of ${items.length} ${items.length === 1 ? 'language' : 'languages'} approved`
}
