import type { MatrixCampaign, MatrixDocument } from '#content/model/matrix.ts'
import type { TextState } from '../../translation/text-state.ts'
import { isCellState } from './cell-state.ts'
import { cellOf, type MatrixRow } from './rows.ts'

/** What the address of the tool says: which rows and columns are shown, and which cell is open. */
export type MatrixView = {
  campaign?: string
  type?: string
  state?: TextState | undefined
  /** Empty shows all. */
  languages: readonly string[]
  search: string
  /** The open cell. */
  row?: string
  language?: string
}

const NAMES = ['campaign', 'type', 'row', 'language'] as const

/** Reads a view from the parameters of an address; what makes no sense there is left out. */
export function readView(parameters: readonly (readonly [string, string])[]): MatrixView {
  const found = new Map(parameters)
  const state = found.get('state') ?? ''
  const named = NAMES.flatMap((name) => (found.get(name) ? [[name, found.get(name)]] : []))
  return {
    languages: (found.get('languages') ?? '').split(',').filter((tag) => tag !== ''),
    search: found.get('search') ?? '',
    ...(isCellState(state) && { state }),
    ...Object.fromEntries(named),
  }
}

/** The parameters that say a view again. */
export function writeView(view: MatrixView): [string, string][] {
  const { languages, search, state } = view
  const all: [string, string | undefined][] = [
    ...NAMES.map((name): [string, string | undefined] => [name, view[name]]),
    ['state', state],
    ['languages', languages.join(',')],
    ['search', search],
  ]
  return all.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
}

/** The rows that a view shows, for these columns: a state is looked for in the columns that are shown. */
export function filterRows(
  rows: readonly MatrixRow[],
  { type, state, search }: MatrixView,
  shown: { columns: readonly string[]; documents?: ReadonlySet<string> | undefined },
): MatrixRow[] {
  const wanted = search.trim().toLocaleLowerCase()
  const { columns, documents } = shown
  return rows.filter((row) => {
    if (documents && !documents.has(row.documentId)) return false
    if (type !== undefined && row.type !== type) return false
    if (wanted !== '' && !`${row.title}\n${row.source}`.toLocaleLowerCase().includes(wanted)) {
      return false
    }
    return state === undefined || columns.some((tag) => cellOf(row, tag).state === state)
  })
}

/** Ids of the documents that a campaign brings before people: its messages, its places, and who helps there. */
export function documentsOf(
  campaign: MatrixCampaign,
  documents: readonly MatrixDocument[],
): Set<string> {
  const named = new Set([...(campaign.messages ?? []), ...(campaign.places ?? [])])
  if (campaign.lawProfile) named.add(campaign.lawProfile)
  const kinds = campaign.placeKinds ?? []
  for (const place of documents.filter(({ _type }) => _type === 'place')) {
    if (!named.has(place._id) && !(place.kind && kinds.includes(place.kind))) continue
    named.add(place._id)
    for (const id of [...(place.helplines ?? []), ...(place.services ?? [])]) named.add(id)
  }
  return new Set([...named].filter((id) => id !== null))
}

/** Columns in order: the campaign's languages first, in its own order, then the others; English is the source. */
export function columnsOf(
  languages: readonly { tag: string }[],
  campaign: MatrixCampaign | undefined,
  chosen: readonly string[],
): string[] {
  const known = languages.map(({ tag }) => tag)
  const first = (campaign?.languages ?? []).filter((tag) => known.includes(tag))
  const all = [...new Set([...first, ...known])]
  if (chosen.length > 0) return all.filter((tag) => chosen.includes(tag))
  return campaign && first.length > 0 ? first : all
}
