import { describe, expect, it } from 'vitest'
import { qrMatrix } from '#content/brand/qr-code.ts'
import type { PlaceFacts } from '#content/model/facts.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { shortCode } from '#content/model/short-code.ts'
import { placementPoster, posterAddress } from '../../../site/posters/placement-poster.ts'
import {
  ALWAYS,
  CLOSED,
  helpline,
  NOON,
  number,
  OPEN,
  placeFacts,
} from '../../content/help/facts.ts'
import { say } from './sheet.ts'

function dialOf(facts: PlaceFacts) {
  const { spec } = placementPoster({
    placement: {
      id: 'placement',
      code: shortCode.parse('DEMO01'),
      piece: 'a4',
      campaign: 'campaign',
      place: facts.place.id,
    },
    facts,
    lang: 'en',
    languages: BUILT_IN_LANGUAGES,
    speak: (key) => say('en', key),
    origin: 'https://help.example',
    sample: false,
    printable: true,
    now: NOON,
  })
  return spec.helpline?.dial
}

const line = (id: string, dial: string, over: Parameters<typeof helpline>[1]) =>
  helpline(id, { numbers: [number({ dial })], ...over })

describe('the number on a poster', () => {
  it('does not change with the hour: the first line of the author stays, closed or not', () => {
    const helplines = [
      line('first', '020 7946 0001', { hours: CLOSED }),
      line('second', '020 7946 0002', { hours: OPEN }),
    ]
    expect(dialOf(placeFacts({ helplines }))).toBe('020 7946 0001')
  })

  it('is that of the standby once a line is withdrawn, and never the withdrawn one', () => {
    const helplines = [
      line('first', '020 7946 0001', { withdrawn: true, standby: 'standby' }),
      line('second', '020 7946 0002', { hours: ALWAYS }),
      line('standby', '020 7946 0003', { hours: CLOSED }),
    ]
    const place = { helplines: ['first', 'second'] }
    expect(dialOf(placeFacts({ helplines, place }))).toBe('020 7946 0003')
  })
})

describe('the address on a poster', () => {
  it('is all capitals in the code and readable beside it', () => {
    expect(posterAddress('https://help.example', 'DEMO01', 'pa-Guru')).toEqual({
      forQr: 'HTTPS://HELP.EXAMPLE/Q/DEMO01/PA-GURU',
      readable: 'help.example/Q/DEMO01',
    })
  })

  it('fits a code of version 3 for the local demo in every language', () => {
    for (const { tag } of BUILT_IN_LANGUAGES) {
      const { forQr } = posterAddress('http://127.0.0.1:4321', 'DEMO01', tag)
      expect(qrMatrix(forQr).version, forQr).toBeLessThanOrEqual(3)
    }
  })
})
