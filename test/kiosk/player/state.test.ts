import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  IDLE_MS,
  type PlayerEvent,
  reduce,
  SLIDE_MS,
  type State,
  untouched,
  WARNING_MS,
  warningSeconds,
} from '../../../kiosk/player/state.ts'

const LANGUAGES = ['en', 'ar', 'ti']
const language = fc.constantFrom(...LANGUAGES)
const moment = fc.nat(1e9)

const state: fc.Arbitrary<State> = fc.oneof(
  fc.record(
    {
      screen: fc.constant('attract' as const),
      slide: fc.nat(),
      slideSince: moment,
      lastActivity: moment,
    },
    { requiredKeys: ['screen', 'slide', 'slideSince'] },
  ),
  fc.record({ screen: fc.constant('languages' as const), lastActivity: moment }),
  fc.record({ screen: fc.constant('help' as const), language, lastActivity: moment }),
)
const event: fc.Arbitrary<PlayerEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      ...(['tick', 'touch', 'activity', 'more-time', 'back', 'clear'] as const),
    ),
  }),
  fc.record({ type: fc.constant('choose-language' as const), language }),
  fc.record({
    type: fc.constant('release' as const),
    languages: fc.subarray(LANGUAGES, { minLength: 1 }),
  }),
)

describe('the state of a screen', () => {
  test('after "clear now" is that of a screen nobody has touched, from every state', () => {
    fc.assert(
      fc.property(state, moment, (before, now) => {
        expect(reduce(before, { type: 'clear' }, now)).toEqual(untouched(now))
      }),
    )
  })

  test('forgets its reader by itself, whatever has happened before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(70_000))), (steps) => {
        let now = 0
        let reached = untouched(now)
        for (const [what, passed] of steps) {
          now += passed
          reached = reduce(reached, what, now)
        }
        now += IDLE_MS + WARNING_MS
        const isRead = reached.screen !== 'attract'
        const after = reduce(reached, { type: 'tick' }, now)
        expect(after.screen).toBe('attract')
        if (isRead) expect(after).toEqual(untouched(now))
      }),
    )
  })

  test('warns for the last 20 seconds and never before 40 seconds of quiet', () => {
    fc.assert(
      fc.property(moment, fc.nat(IDLE_MS + WARNING_MS - 1), (lastActivity, idle) => {
        const seconds = warningSeconds(
          { screen: 'help', language: 'en', lastActivity },
          lastActivity + idle,
        )
        if (idle < IDLE_MS) expect(seconds).toBeUndefined()
        else expect(seconds).toBeGreaterThanOrEqual(1)
        expect(seconds ?? 0).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('gives the full time again after "More time"', () => {
    const reading: State = { screen: 'help', language: 'ti', lastActivity: 0 }
    const asked = IDLE_MS + WARNING_MS - 1
    const after = reduce(reading, { type: 'more-time' }, asked)
    expect(after).toEqual({ ...reading, lastActivity: asked })
    expect(warningSeconds(after, asked + IDLE_MS - 1)).toBeUndefined()
  })

  test('does not let a late touch continue the reading of somebody who has left', () => {
    const left: State = { screen: 'help', language: 'ti', lastActivity: 0 }
    const late = IDLE_MS + WARNING_MS
    expect(reduce(left, { type: 'more-time' }, late)).toEqual(untouched(late))
  })

  test('reaches help in one touch on a language, and in two from anywhere else', () => {
    const direct = reduce(untouched(0), { type: 'choose-language', language: 'ar' }, 1)
    expect(direct).toEqual({ screen: 'help', language: 'ar', lastActivity: 1 })
    const chooser = reduce(untouched(0), { type: 'touch' }, 1)
    expect(chooser.screen).toBe('languages')
    expect(reduce(chooser, { type: 'choose-language', language: 'ar' }, 2).screen).toBe('help')
  })

  test('changes the slide after its time, not before', () => {
    const first = untouched(0)
    expect(reduce(first, { type: 'tick' }, SLIDE_MS - 1)).toBe(first)
    expect(reduce(first, { type: 'tick' }, SLIDE_MS)).toMatchObject({ slide: 1 })
  })

  test('shows new content at once, and starts anew if the language of the reader is gone', () => {
    expect(reduce(untouched(0), { type: 'release', languages: LANGUAGES }, 5)).toMatchObject({
      slide: 1,
      slideSince: 5,
    })
    const reading: State = { screen: 'help', language: 'ti', lastActivity: 0 }
    expect(reduce(reading, { type: 'release', languages: LANGUAGES }, 5)).toBe(reading)
    expect(reduce(reading, { type: 'release', languages: ['en'] }, 5)).toEqual(untouched(5))
  })
})
