import { expect, test } from 'vitest'
import { createTurnstile } from '../../../content/lake/turnstile.ts'

test('no more pass at once than may, all in their order, and too many are sent away', async () => {
  const turnstile = createTurnstile({ atOnce: 2, waiting: 3 })
  const doors: (() => void)[] = []
  const order: number[] = []
  const passing = Array.from({ length: 5 }, (_, n) =>
    turnstile.pass(async () => {
      order.push(n)
      await new Promise<void>((open) => doors.push(open))
      return n
    }),
  )
  await expect(turnstile.pass(async () => 6)).rejects.toMatchObject({ status: 429 })
  for (let n = 0; n < 5; n++) {
    expect(order.length).toBe(Math.min(5, n + 2))
    doors[n]?.()
    await passing[n]
  }
  expect(await Promise.all(passing)).toEqual([0, 1, 2, 3, 4])
  expect(order).toEqual([0, 1, 2, 3, 4])
})

test('work that fails frees its place', async () => {
  const turnstile = createTurnstile({ atOnce: 1, waiting: 0 })
  await expect(turnstile.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turnstile.pass(async () => 'next')).toBe('next')
})
