import { textHash } from '#content/model/text-hash.ts'
import { prose } from './prose.ts'

/** The made-up person who has approved every text of the demo. */
export const DEMO_REVIEWER = 'Mira Sample, reviewer'
/** Days before seeding on which everything was approved. */
const APPROVED_DAYS_AGO = 20

/**
 * Writes out what the demo's lines abbreviate, so that they become documents as the Content Lake holds them.
 * All abbreviations start with `@`: `"@-30d"` is the day 30 days before `now` (UTC), `"@+1dT09:00Z"` a moment;
 * `{"@name": {"en": "…"}}`, `{"@text": {"en": "…"}}` and `{"@prose": ["# Heading", "- item", "words"]}` are a name,
 * a text approved in each language, and Portable Text. Objects in lists get the `_key` that they lack.
 */
export function writeOut(value: unknown, now: Date): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? offsetDate(value, now) : value
  if (Array.isArray(value)) return value.map((item, at) => withKey(writeOut(item, now), at))
  if (!isRecord(value)) return value
  if (isRecord(value['@name'])) return names(value['@name'])
  if (isRecord(value['@text'])) return approvedTexts(value['@text'], now)
  if (Array.isArray(value['@prose'])) return prose(value['@prose'].map(String))
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, writeOut(it, now)]))
}

/** The day on which the demo's reviewer approved, `YYYY-MM-DD`. */
export function approvalDay(now: Date): string {
  return offsetDate(`@-${APPROVED_DAYS_AGO}d`, now)
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function names(byLanguage: Record<string, unknown>): unknown[] {
  return Object.entries(byLanguage).map(([language, value]) => ({
    _key: language,
    language,
    value,
  }))
}

function approvedTexts(byLanguage: Record<string, unknown>, now: Date): unknown[] {
  const sourceHash = textHash(String(byLanguage['en']))
  const approvedOn = approvalDay(now)
  return Object.entries(byLanguage).map(([language, text]) => ({
    _key: language,
    language,
    value: {
      text,
      origin: 'human',
      sourceHash,
      approved: { text, sourceHash, approvedBy: DEMO_REVIEWER, approvedOn },
    },
  }))
}

function offsetDate(offset: string, now: Date): string {
  const [, days, time] = /^@([+-]\d+)d(?:T(\d\d:\d\d)Z)?$/.exec(offset) ?? []
  if (days === undefined) return offset
  const day = new Date(now.getTime() + Number(days) * 86_400_000).toISOString().slice(0, 10)
  return time === undefined ? day : `${day}T${time}:00Z`
}

function withKey(item: unknown, at: number): unknown {
  if (!isRecord(item) || '_key' in item) return item
  return { _key: String(item['_ref'] ?? item['tag'] ?? `item${at}`), ...item }
}
