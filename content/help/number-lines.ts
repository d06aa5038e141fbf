import type { PublicNumber } from '#content/model/facts.ts'
import type { Knowledge } from '#content/model/verification.ts'
import { countryName, joinWords } from './intl-words.ts'
import { naming } from './passages.ts'
import type { PublicHelpFacts } from './pledges.ts'
import type { Scene } from './scene.ts'
import type { NumberLine, Passage } from './view.ts'

/** The ways to reach a helpline, in the author's order. One that no link can open is left out. */
export function numberLines(
  { numbers, free }: Pick<PublicHelpFacts, 'numbers' | 'free'>,
  scene: Scene,
): NumberLine[] {
  return numbers.flatMap((number) => {
    const href = hrefOf(number)
    if (href === undefined) return []
    return {
      channel: number.channel,
      dial: number.dial,
      href,
      action: scene.speak(`channel.${number.channel}`, scene.chain),
      before: scene.speak(`before.${number.channel}`, scene.chain),
      limits: limitsOf(number, free, scene),
    }
  })
}

/** The address that a tap opens: the international form where there is one, else as written on paper. */
export function hrefOf({ channel, dial, e164, url }: PublicNumber): string | undefined {
  const digits = e164 ?? dialled(dial)
  const page = url?.startsWith('https://') ? url : undefined
  switch (channel) {
    case 'voice':
      return digits && `tel:${digits}`
    case 'text':
      return digits && `sms:${digits}`
    case 'whatsapp':
      return e164 === undefined ? page : `https://wa.me/${e164.slice(1)}`
    case 'chat':
      return page
  }
}

// Star and hash belong to some short numbers; a hash would end the address (RFC 3966, section 3).
function dialled(dial: string): string | undefined {
  if (/\p{L}/u.test(dial)) return undefined
  return dial.replace(/[^0-9+*#]/g, '').replaceAll('#', '%23') || undefined
}

type Limit = [fact: Knowledge, yes: string, no: string]

function limitsOf(number: PublicNumber, free: Knowledge, scene: Scene): Passage[] {
  const { freeFrom, blockedCarriers } = number
  const isCall = number.channel === 'voice' || number.channel === 'text'
  const limits: Limit[] = [
    [number.reachableFromAbroad, 'number.from-abroad', 'number.not-from-abroad'],
    [number.worksWithoutCredit, 'number.without-credit', 'number.needs-credit'],
    [number.worksWithoutSim, 'number.without-sim', 'number.needs-sim'],
  ]
  const passages: Passage[] = []
  if (free === 'yes' && freeFrom.length > 0) passages.push(freeFromWords(freeFrom, scene))
  for (const [fact, yes, no] of isCall ? limits : []) {
    if (fact !== 'unknown') passages.push(scene.speak(fact === 'yes' ? yes : no, scene.chain))
  }
  if (blockedCarriers.length > 0) {
    const carriers = (lang: string) => joinWords(blockedCarriers, lang, scene)
    const names = blockedCarriers.map((text) => ({ text }))
    passages.push(naming(scene.speak('number.blocked', scene.chain, { carriers }), names))
  }
  return passages
}

function freeFromWords(freeFrom: readonly string[], scene: Scene): Passage {
  return scene.speak('number.free-from', scene.chain, {
    countries: (lang) => {
      const names = freeFrom.map((country) => countryName(country, lang, scene))
      return joinWords(names, lang, scene)
    },
  })
}
