import type { MatrixDocument } from '#content/model/matrix.ts'
import { textHash } from '#content/model/text-hash.ts'
import type { TextState } from '../../translation/text-state.ts'
import { type MatrixCell, type MatrixRow, stateOf } from './rows.ts'

// What most wants somebody's hand is what a language's cell shows.
const WORST_FIRST: readonly TextState[] = [
  'withdrawn',
  'sent-back',
  'missing',
  'outdated',
  'machine-unreviewed',
  'draft',
  'in-review',
  'approved',
]

/** Our own words: the English ones, and which keys each language has from the start. */
export type BuiltInWords = {
  source: Readonly<Record<string, string>>
  keys: Readonly<Record<string, readonly string[]>>
}

/** The words on our own buttons as one row: a language's cell counts what is approved of all of them. */
export function interfaceRow(
  documents: readonly MatrixDocument[],
  { source, keys }: BuiltInWords,
): MatrixRow {
  const hashes = Object.entries(source).map(([key, text]) => [key, textHash(text)] as const)
  const own = documents.filter(({ _type }) => _type === 'interfaceText')
  const ids = new Map(own.map(({ language, _id }) => [language ?? '', _id]))
  const languages = new Set([...Object.keys(keys), ...ids.keys()])
  const cells = [...languages].map((language): [string, MatrixCell] => {
    const strings = own.find((one) => one.language === language)?.strings ?? []
    const written = new Map(strings.map(({ key, cell }) => [key, cell]))
    const builtIn = new Set(keys[language])
    const states = hashes.map(([key, hash]): TextState => {
      const [letter = '', approvedHash] = written.get(key)?.split('|') ?? []
      if (letter !== '') return stateOf(letter, approvedHash, hash)
      return builtIn.has(key) ? 'machine-unreviewed' : 'missing'
    })
    const approved = states.filter((state) => state === 'approved').length
    const state = WORST_FIRST.find((one) => states.includes(one)) ?? 'missing'
    return [language, { state, count: { approved, total: states.length } }]
  })
  return {
    id: 'interface',
    documentId: ids.values().next().value ?? '',
    type: 'interfaceText',
    title: 'Words on our own buttons',
    label: 'All words',
    source: `${hashes.length} words and sentences`,
    documents: ids,
    cells: new Map(cells),
  }
}
