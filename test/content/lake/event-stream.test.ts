import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openEventStream } from '../../../content/lake/event-stream.ts'
import { LIMITS } from '../../../content/lake/limits.ts'

describe('an event stream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const open = (isStillWelcome = async () => true) => {
    const aborter = new AbortController()
    const ended = vi.fn()
    const stream = openEventStream({ signal: aborter.signal, isStillWelcome, ended })
    return { stream, ended, abort: () => aborter.abort() }
  }

  test('shows that it lives when nothing happens', async () => {
    const { stream } = open()
    await vi.advanceTimersByTimeAsync(31_000)
    stream.close()
    expect((await stream.response.text()).match(/: keep-alive\n\n/g)).toHaveLength(2)
  })

  test('ends for a reader whose token was revoked', async () => {
    let isWelcome = true
    const { stream, ended } = open(async () => isWelcome)
    await vi.advanceTimersByTimeAsync(16_000)
    expect(ended).not.toHaveBeenCalled()
    isWelcome = false
    await vi.advanceTimersByTimeAsync(15_000)
    expect(ended).toHaveBeenCalledOnce()
    expect(await stream.response.text()).toContain('keep-alive')
  })

  test('cuts off a reader that lags too far behind, after what it can still read', async () => {
    const { stream, ended } = open()
    for (let n = 0; n < LIMITS.waitingEvents * 2; n++) {
      stream.send({ name: 'mutation', id: String(n), data: {} })
    }
    expect(ended).toHaveBeenCalledOnce()
    const text = await stream.response.text()
    expect(text.match(/event: mutation/g)).toHaveLength(LIMITS.waitingEvents - 1)
    expect(text).toContain('id: 0\n')
  })

  test('ends once, whoever ends it', async () => {
    const aborted = open()
    aborted.abort()
    aborted.stream.close()
    expect(aborted.ended).toHaveBeenCalledOnce()
    const left = open()
    await left.stream.response.body?.cancel()
    left.abort()
    expect(left.ended).toHaveBeenCalledOnce()
  })
})
