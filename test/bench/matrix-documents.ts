import { BUILT_IN_LANGUAGES } from '../../content/model/languages.ts'
import { textHash } from '../../content/model/text-hash.ts'

/** The 28 languages that our own words have at least. */
export const MATRIX_LANGUAGES: readonly string[] = BUILT_IN_LANGUAGES.slice(0, 28).map(
  ({ tag }) => tag,
)

/** Messages with a heading, a body and a call to action in every language, in all states, as drafts. */
export function makeMessages(count: number, approvedBy: string) {
  const textIn = (source: string, seed: number) => textBy(source, seed, approvedBy)
  return Array.from({ length: count }, (_, n) => ({
    _id: `drafts.bench-message-${n}`,
    _type: 'message',
    heading: textIn(`Someone keeps your papers, number ${n}? That is a crime.`, n),
    body: textIn(`Your papers belong to you. You can talk first, and decide later (${n}).`, n + 1),
    callToAction: textIn(`Call us: it is free, whoever you are (${n}).`, n + 2),
    pictogram: 'papers-taken',
    topic: 'papers-taken',
    audience: 'person',
    cover: false,
  }))
}

function textBy(source: string, seed: number, approvedBy: string) {
  return MATRIX_LANGUAGES.map((language, at) => ({
    _key: language,
    language,
    value: makeValue(language === 'en' ? source : `[${language}] ${source}`, source, {
      turn: (seed + at) % 6,
      approvedBy,
    }),
  }))
}

function makeValue(
  text: string,
  source: string,
  { turn, approvedBy }: { turn: number; approvedBy: string },
) {
  const sourceHash = textHash(turn === 1 ? `${source} Before.` : source)
  const value = { text, origin: turn === 2 ? 'machine' : 'human', sourceHash }
  if (turn === 3) return { ...value, submittedOn: '2026-01-01' }
  if (turn === 4) return value
  if (turn === 2) return value
  const approvedOn = new Date().toISOString().slice(0, 10)
  const approved = { text, sourceHash, approvedBy, approvedOn }
  return { ...value, approved }
}
