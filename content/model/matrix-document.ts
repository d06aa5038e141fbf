import { TEXT_FIELDS } from './document-texts.ts'
import { guideReview } from './guide-state.ts'
import { LAST_LANGUAGE } from './languages.ts'
import type { MatrixCampaign, MatrixDocument, MatrixText } from './matrix.ts'

/** A document as it is stored. */
type Stored = Readonly<Record<string, unknown>> & {
  _id: string
  _type: string
  _rev?: string | undefined
}

/**
 * What the matrix shows of a document, drafts too: states instead of words, but for the source. What is out of shape
 * is left out. `id` is that of the published document.
 */
export function matrixDocumentOf(id: string, document: Stored): MatrixDocument {
  const { _type, _rev = '' } = document
  const fields = Object.entries(TEXT_FIELDS).find(([type]) => type === _type)?.[1] ?? []
  const texts = fields
    .filter((field) => field !== 'statements')
    .map((field) => [field, matrixTextOf(document[field])] as const)
  return {
    _id: id,
    _type,
    _rev,
    title: titleOf(document),
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    ...(_type === 'lawProfile' && { statements: statementsOf(document['statements']) }),
    ...(_type === 'guide' && guideOf(document)),
    ...(_type === 'interfaceText' && {
      language: textIn(document, 'language'),
      strings: stringsOf(document['strings']),
    }),
    ...(_type === 'place' && {
      kind: textIn(document, 'kind'),
      helplines: referencesOf(document['helplines']),
      services: referencesOf(document['services']),
    }),
  }
}

/** What the matrix has to know of a campaign. */
export function matrixCampaignOf(id: string, campaign: Stored): MatrixCampaign {
  const { name, languages, placeKinds } = campaign
  return {
    _id: id,
    name: typeof name === 'string' ? name : 'Untitled',
    languages: listOf(languages).filter((one) => typeof one === 'string'),
    messages: referencesOf(campaign['messages']),
    places: referencesOf(campaign['places']),
    placeKinds: listOf(placeKinds).filter((one) => typeof one === 'string'),
    lawProfile: textIn(recordOf(campaign['lawProfile']), '_ref'),
  }
}

function matrixTextOf(stored: unknown): MatrixText | undefined {
  const items = listOf(stored).map(recordOf)
  const cells = items.flatMap((item) => {
    const language = textIn(item, 'language')
    return language === undefined ? [] : [`${language}|${cellOf(item['value'])}`]
  })
  if (cells.length === 0) return undefined
  const english = items.find((item) => item['language'] === LAST_LANGUAGE)
  return { source: textIn(recordOf(english?.['value']), 'text'), cells }
}

/** The state of a value as a letter, and the hash that its approval holds. */
function cellOf(stored: unknown): string {
  const value = recordOf(stored)
  const approved = recordOf(value['approved'])
  return `${letterOf(value, approved)}|${textIn(approved, 'sourceHash') ?? ''}`
}

function letterOf(value: Record<string, unknown>, approved: Record<string, unknown>): string {
  const text = textIn(value, 'text') ?? ''
  if (value['withdrawn'] !== undefined) return 'w'
  if (text !== '' && approved['text'] === text) return 'a'
  if (text === '') return ''
  if (value['rejected'] !== undefined) return 'r'
  if (value['submittedOn'] !== undefined) return 'i'
  return value['origin'] === 'machine' ? 'm' : 'd'
}

function statementsOf(stored: unknown) {
  return listOf(stored)
    .map(recordOf)
    .flatMap(({ _key, text }) => {
      const found = matrixTextOf(text)
      return typeof _key === 'string' && found ? [{ _key, text: found }] : []
    })
}

function stringsOf(stored: unknown) {
  return listOf(stored)
    .map(recordOf)
    .flatMap(({ key, value }) => (typeof key === 'string' ? [{ key, cell: cellOf(value) }] : []))
}

function guideOf(guide: Stored) {
  const prose = listOf(guide['body']).map((block) =>
    listOf(recordOf(block)['children'])
      .map((span) => textIn(recordOf(span), 'text') ?? '')
      .join(''),
  )
  return {
    language: textIn(guide, 'language'),
    slug: textIn(recordOf(guide['slug']), 'current'),
    summary: textIn(guide, 'summary'),
    prose,
    ...guideReview.partial().parse(guide),
  }
}

function titleOf({ name, title }: Stored): string | undefined {
  const names = listOf(name).map(recordOf)
  const first = names.find(({ language }) => language === LAST_LANGUAGE) ?? names[0]
  const telling = [first?.['value'], name, title].find((one) => typeof one === 'string')
  return telling === undefined ? undefined : String(telling)
}

function referencesOf(stored: unknown): string[] {
  return listOf(stored).flatMap((one) => textIn(recordOf(one), '_ref') ?? [])
}

const NOTHING: Readonly<Record<string, unknown>> = {}

// Forty thousand values go through here: a schema for each would take longer than all else.
function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : NOTHING
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textIn(value: Record<string, unknown>, name: string): string | undefined {
  const found = value[name]
  return typeof found === 'string' ? found : undefined
}
