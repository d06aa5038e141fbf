import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { isRecord } from './refusal.ts'

const NAMING = ['name', 'title', 'heading', 'headline', 'legalName', 'code', 'language'] as const

/** What staff call a document: its name or heading, in English where it has one, else its id. */
export function titleOf(document: Record<string, unknown>): string {
  const found = NAMING.map((field) => wordsOf(document[field])).find((words) => words !== undefined)
  return found ?? String(document['_id'] ?? '')
}

/** At the start of a sentence. @example nameOf(campaign) // 'The campaign "Know the way"' */
export function nameOf(document: Record<string, unknown>): string {
  const name = innerName(document)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** Within a sentence. @example innerName(campaign) // 'the campaign "Know the way"' */
export function innerName(document: Record<string, unknown>): string {
  return `the ${typeWords(String(document['_type'] ?? 'document'))} "${titleOf(document)}"`
}

/** @example languageName('ti') // 'Tigrinya (ti)' */
export function languageName(tag: string): string {
  const known = findLanguage(BUILT_IN_LANGUAGES, tag)
  return known === undefined ? tag : `${known.englishName} (${tag})`
}

// 'lawProfile' reads 'law profile'.
function typeWords(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  if (!Array.isArray(value)) return undefined
  const items = value.filter(isRecord)
  const item = items.find(({ language }) => language === 'en') ?? items[0]
  const inner = isRecord(item?.['value']) ? item['value']['text'] : item?.['value']
  return typeof inner === 'string' && inner !== '' ? inner : undefined
}
