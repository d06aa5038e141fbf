import { describe, expect, test } from 'vitest'
import type { PublicHelpline } from '#content/model/facts.ts'
import { ALWAYS, helpline, number, placeFacts } from './facts.ts'
import { blocksOf, viewOf } from './view.ts'

function shown(over: Partial<PublicHelpline>, wanted = ['en']) {
  const facts = placeFacts({ helplines: [helpline('a', over)] })
  const [block] = blocksOf(viewOf(facts, wanted), 'helpline')
  return {
    pledges: block?.pledges.map(({ id }) => id),
    words: block?.pledges.map(({ words }) => words.text),
    answers: block?.answers.map(({ text }) => text),
    policeRun: block?.policeRun?.text,
  }
}

describe('promises', () => {
  test('of what is not known are not made, and the answers say so', () => {
    const { pledges, answers } = shown({})
    expect(pledges).toEqual([])
    expect(answers).toEqual([
      'We do not know if they call the police.',
      'We do not know if they ask about papers.',
      'We do not know if they ask for your name.',
      'We do not know if it costs money.',
    ])
  })

  test('stand for one fact each', () => {
    expect(shown({ free: 'yes' }).pledges).toEqual(['free'])
    expect(shown({ anonymous: 'yes' }).pledges).toEqual(['no-name'])
    expect(shown({ asksResidenceStatus: 'no' }).pledges).toEqual(['no-papers'])
    expect(shown({ contactsPolice: 'never' }).pledges).toEqual(['no-police'])
    expect(shown({ hours: ALWAYS }).pledges).toEqual(['day-and-night'])
  })

  test('of a free call hold only where the number is free', () => {
    const freeIn = (...freeFrom: string[]) => ({
      free: 'yes' as const,
      numbers: [number({ freeFrom })],
    })
    expect(shown(freeIn('XA')).pledges).toEqual(['free'])
    expect(shown(freeIn('XB')).pledges).toEqual([])
    expect(shown(freeIn('XB')).answers).toContain('It may cost money.')
  })

  test('of a free call hold in every country that a vehicle crosses, or nowhere', () => {
    const coach = (...freeFrom: string[]) => {
      const numbers = [number({ freeFrom }), number({ channel: 'text' })]
      const helplines = [helpline('a', { free: 'yes', numbers })]
      const facts = placeFacts({ helplines, place: { countries: ['XA', 'XB'] } })
      return blocksOf(viewOf(facts), 'helpline')[0]?.pledges.map(({ id }) => id)
    }
    expect(coach('XA', 'XB')).toEqual(['free'])
    expect(coach('XA')).toEqual([])
  })

  test('of a free call are not made for a message that costs nothing', () => {
    const numbers = [number({ freeFrom: ['XB'] }), number({ channel: 'text' })]
    expect(shown({ free: 'yes', numbers }).pledges).toEqual([])
    expect(shown({ free: 'yes', numbers: [number({ channel: 'text' })] }).pledges).toEqual(['free'])
  })

  test('of the reader’s language are not made where nobody knows when it is spoken', () => {
    const hours = { zone: 'Europe/Rome', always: false, weekly: [], open: [], horizon: 0 }
    const languages = [{ tag: 'en', mode: 'direct' as const, hours }]
    expect(shown({ languages }).pledges).toEqual([])
  })

  test('of the reader’s language name it in its own letters', () => {
    const languages = [{ tag: 'ti', mode: 'interpreter' as const }]
    expect(shown({ languages }, ['ti']).words).toEqual(['ብቋንቋኹም: ትግርኛ'])
    expect(shown({ languages }, ['am']).pledges).toEqual([])
  })

  test('of a language that has hours of its own say when, even on a line open day and night', () => {
    const hours = {
      zone: 'Europe/Rome',
      always: false,
      weekly: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }],
      open: [],
      horizon: 0,
    }
    const languages = [{ tag: 'en', mode: 'direct' as const, hours }]
    expect(shown({ hours: ALWAYS, languages }).words).toEqual([
      'In your language: English, Monday to Friday: 08:00–20:00',
      'Day and night',
    ])
  })

  test('of a language count its plain variant and its other script, not its neighbours', () => {
    const speaking = (tag: string) => ({ languages: [{ tag, mode: 'direct' as const }] })
    expect(shown(speaking('de'), ['de-simple']).words).toEqual(['Hilfe in Ihrer Sprache: Deutsch'])
    expect(shown(speaking('sr-Latn'), ['sr-Cyrl']).pledges).toEqual(['in-your-language'])
    expect(shown(speaking('fa'), ['prs']).pledges).toEqual([])
    expect(shown(speaking('ru'), ['uk']).pledges).toEqual([])
  })

  test('of no police are never made by the police, who say who they are', () => {
    const organization = { id: 'police', name: [], kind: 'police' as const }
    const { pledges, policeRun } = shown({ organization, contactsPolice: 'never' })
    expect(pledges).toEqual([])
    expect(policeRun).toBe('The police run this line.')
  })
})
