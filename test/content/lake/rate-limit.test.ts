import { describe, expect, test } from 'vitest'
import { createRateLimit } from '../../../content/lake/rate-limit.ts'

describe('a rate limit', () => {
  test('lets a burst through, then so many a second', () => {
    let nowMs = 0
    const mayPass = createRateLimit(2, 3, () => nowMs)
    const passes = () => Array.from({ length: 5 }, mayPass).filter(Boolean).length
    expect(passes()).toBe(3)
    nowMs = 1000
    expect(passes()).toBe(2)
    nowMs = 1_000_000
    expect(passes()).toBe(3)
  })
})
