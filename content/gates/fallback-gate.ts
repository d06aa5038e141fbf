import {
  findLanguage,
  LAST_LANGUAGE,
  type Language,
  languageRecord,
  NEVER_INSTEAD,
} from '#content/model/languages.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

/** Scripts that run from right to left. Source: Unicode 16, scripts of bidirectional class R and AL in use today. */
const RIGHT_TO_LEFT = [
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]

/** Scripts that are another one's way of writing. */
const SAME_SCRIPT: Readonly<Record<string, string>> = { Aran: 'Arab', Hans: 'Hani', Hant: 'Hani' }

type Fault = { path: string; message: string }

/**
 * Refuses a language whose fallback chain leads to itself, to a language that is not in the table or to one that
 * its readers must never be given instead, and one whose script, direction and tag contradict each other.
 * `languages` is the table as it is now.
 */
export function fallbackGate(
  changes: readonly ProposedChange[],
  languages: readonly Language[],
): Refusal[] {
  const published = changes.flatMap((change) => {
    if (isFree(change) || change.after?.['_type'] !== 'language') return []
    const { data } = languageRecord.safeParse(change.after)
    return data ? [{ id: change.id, language: data }] : []
  })
  const table = [...published.map(({ language }) => language), ...languages]
  return published.flatMap(({ id, language }) =>
    [...chainFaults(language, table), ...scriptFaults(language)].map(({ path, message }) => ({
      documentId: id,
      path,
      message: `The language "${language.tag}" cannot be published: ${message}`,
    })),
  )
}

function chainFaults({ tag, fallback }: Language, table: readonly Language[]): Fault[] {
  return fallback.flatMap((next, at): Fault[] => {
    const path = `fallback[${at}]`
    if (next !== LAST_LANGUAGE && findLanguage(table, next) === undefined) {
      return [
        {
          path,
          message: `it falls back to "${next}", which is no language of ours. Add that language first, or choose another.`,
        },
      ]
    }
    const reached = reachedFrom(next, table)
    if (reached.has(tag)) {
      return [
        {
          path,
          message: `its fallback "${next}" leads back to itself. Take it out of one of the two.`,
        },
      ]
    }
    const never = (NEVER_INSTEAD[tag] ?? []).find((one) => reached.has(one))
    if (never === undefined) return []
    return [
      {
        path,
        message: `readers of "${tag}" are never given "${never}" in its place: it is the language of the other side of a war or a ban. Take "${next}" out; without a chain they get the place's languages, then English.`,
      },
    ]
  })
}

/** A language and all that it falls back to. */
function reachedFrom(first: string, table: readonly Language[]): Set<string> {
  const reached = new Set([first])
  for (const tag of reached) {
    for (const next of findLanguage(table, tag)?.fallback ?? []) reached.add(next)
  }
  return reached
}

function scriptFaults({ tag, script, direction }: Language): Fault[] {
  const faults: Fault[] = []
  const runs = RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr'
  if (direction !== runs) {
    const words = { ltr: 'from left to right', rtl: 'from right to left' }
    faults.push({
      path: 'direction',
      message: `the script ${script} runs ${words[runs]}, and its direction says ${words[direction]}. Correct one of them.`,
    })
  }
  const [, subtag] = /^[a-z]{2,3}-([A-Z][a-z]{3})/.exec(tag) ?? []
  if (subtag !== undefined && familyOf(subtag) !== familyOf(script)) {
    faults.push({
      path: 'script',
      message: `its tag says that it is written in ${subtag}, and its script is ${script}. Correct one of them.`,
    })
  }
  return faults
}

function familyOf(script: string): string {
  return SAME_SCRIPT[script] ?? script
}
