import { describe, expect, it } from 'vitest'
import type { Block, HelplineBlock, HelpView } from '#content/help/view.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { type PosterRequest, posterSpec } from '../../../site/posters/spec.ts'
import { ADDRESS, DIAL, say } from './sheet.ts'

const helpline: HelplineBlock = {
  kind: 'helpline',
  id: 'open-hand',
  name: say('ti', 'ክፉት ኢድ'),
  organization: say('en', 'Open Hand'),
  isPolice: false,
  numbers: [
    {
      channel: 'chat',
      dial: 'chat',
      href: 'https://chat.example',
      action: say('en', 'Open the chat'),
      before: say('en', 'The chat stays in the history.'),
      limits: [],
    },
    {
      channel: 'voice',
      dial: DIAL,
      href: 'tel:+442079460123',
      action: say('en', 'Call'),
      before: say('en', 'The number stays in your call list.'),
      limits: [say('en', 'Works without credit')],
    },
  ],
  availability: { state: 'always' },
  availabilityWords: say('en', 'Open day and night'),
  spoken: [],
  speaksReaderLanguage: true,
  pledges: [
    { id: 'free', pictogram: 'free', words: say('ti', 'ብነጻ') },
    { id: 'no-papers', pictogram: 'no-papers', words: say('ti', 'ወረቐት ኣየድልን') },
  ],
  answers: [],
  isLapsed: false,
  lastChecked: say('en', 'Last checked on 1 March'),
}
const message = {
  kind: 'message',
  id: 'papers',
  heading: say('ti', 'ፓስፖርትካ'),
  pictogram: 'papers-taken',
  topic: 'lost-papers',
  audience: 'person',
  cover: false,
} as const

function view(...blocks: Block[]): HelpView {
  return {
    lang: 'ti',
    dir: 'ltr',
    place: {
      slug: 'centralia-station',
      kind: 'train-station',
      kindName: say('en', 'Train station'),
      name: say('en', 'Centralia Station'),
      youAreHere: say('en', 'You are here: Centralia Station'),
    },
    blocks,
    heardIn: [],
    validUntil: undefined,
    publishers: [say('en', 'Open Hand')],
  }
}

function specOf(blocks: Block[], change: Partial<PosterRequest> = {}) {
  return posterSpec({
    view: view(...blocks),
    placement: {},
    piece: 'a3',
    url: { forQr: ADDRESS, readable: '127.0.0.1:4321/Q/DEMO01' },
    languages: BUILT_IN_LANGUAGES,
    sample: false,
    printable: true,
    speak: (key) => say('en', `<${key}>`),
    ...change,
  })
}

describe('a poster', () => {
  it('bears the first voice number, not the chat before it', () => {
    expect(specOf([helpline, message]).helpline).toMatchObject({
      dial: DIAL,
      notes: [say('en', 'Works without credit')],
    })
  })

  it("bears the author's first line that speaks the language, whoever answers at this hour", () => {
    const open = { ...helpline, id: 'open-now' }
    const silent = { ...helpline, id: 'other-language', speaksReaderLanguage: false }
    const lapsed = { ...helpline, id: 'lapsed', isLapsed: true }
    const second = { ...helpline, id: 'second', name: say('ti', 'ካልኣይ') }
    const blocks = [open, silent, lapsed, second]
    const helplineOrder = ['lapsed', 'other-language', 'second', 'open-now']
    expect(specOf(blocks, { helplineOrder }).helpline?.name.text).toBe('ካልኣይ')
    expect(specOf(blocks).helpline?.name.text).toBe(helpline.name.text)
  })

  it('makes no promise that the helpline does not keep', () => {
    const { helpline: line, pledges } = specOf([helpline])
    const said = [...(line?.promises ?? []), ...pledges].map(({ id }) => id)
    expect(said).toEqual(['free', 'no-papers'])
    const silent = specOf([{ ...helpline, pledges: [] }])
    expect([silent.helpline?.promises, silent.pledges]).toEqual([[], []])
  })

  it('promises nothing at all where no helpline is left', () => {
    const spec = specOf([message])
    expect(spec).not.toHaveProperty('helpline')
    expect(spec.pledges).toEqual([])
  })

  it('prints hours unless the line is open day and night', () => {
    const hours = say('en', 'Monday to Friday: 8:00–18:00')
    expect(specOf([helpline]).helpline).not.toHaveProperty('hours')
    expect(specOf([{ ...helpline, hours }]).helpline?.hours).toEqual(hours)
  })

  it('says when a lapsed number was last checked, and says so of no other', () => {
    expect(specOf([helpline]).helpline?.notes).not.toContainEqual(helpline.lastChecked)
    const lapsed = { ...helpline, isLapsed: true }
    expect(specOf([lapsed]).helpline?.notes).toContainEqual(helpline.lastChecked)
  })

  it('says that the police run the line where they do', () => {
    const policeRun = say('en', 'The police run this line.')
    expect(specOf([{ ...helpline, policeRun }]).helpline?.notes).toContainEqual(policeRun)
  })

  it("shows the placement's message, another one if asked, and never none", () => {
    const other = { ...message, id: 'debt', heading: say('ti', 'ዕዳ') }
    const placement = { message: 'debt' }
    expect(specOf([message, other], { placement }).heading.text).toBe('ዕዳ')
    expect(specOf([message, other], { placement, messageId: 'papers' }).heading.text).toBe('ፓስፖርትካ')
    expect(specOf([]).heading.text).toBe('<note.not-your-fault>')
  })

  it('shows the emergency number of every country that a vehicle passes', () => {
    const words = say('en', 'Life in danger')
    const action = say('en', 'Call')
    const countryName = say('en', 'Bellmark')
    const base = { kind: 'emergency', href: 'tel:112', words, action } as const
    const spec = specOf([
      { ...base, country: 'XA', number: '112' },
      { ...base, country: 'XB', number: '911', countryName },
    ])
    expect(spec.emergencies).toEqual([
      { number: '112', words },
      { number: '911', words, country: countryName },
    ])
  })

  it('shows an emergency number once where two countries share it', () => {
    const words = say('en', 'Life in danger')
    const action = say('en', 'Call')
    const block = { kind: 'emergency', href: 'tel:112', number: '112', words, action } as const
    const { emergencies } = specOf([
      { ...block, country: 'XA', countryName: say('en', 'Arvenia') },
      { ...block, country: 'XB', countryName: say('en', 'Bellmark') },
    ])
    expect(emergencies).toEqual([{ number: '112', words }])
  })

  it('is marked as a sample in the demo and as not for print without a public address', () => {
    expect(specOf([]).marks).toEqual([])
    const marks = specOf([], { sample: true, printable: false }).marks.map(({ text }) => text)
    expect(marks).toEqual(['<sample.banner>', '<poster.not-for-print>'])
  })

  it('knows the font of every language on it, its own too where nothing is said in it', () => {
    expect(specOf([]).fonts).toEqual({ ti: 'Noto Sans Ethiopic', en: 'Noto Sans' })
    expect(specOf([helpline, message]).fonts).toEqual({
      ti: 'Noto Sans Ethiopic',
      en: 'Noto Sans',
    })
  })
})
