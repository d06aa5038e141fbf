import { textHash } from '#content/model/text-hash.ts'
import { type DocumentUnit, unitsOf } from './document-units.ts'
import type { ExportedDocument } from './make-xliff.ts'
import { spansOf } from './prose-inline.ts'
import { type Inline, plainText, type Xliff, type XliffFile, type XliffUnit } from './xliff.ts'

/** Where a text stands, for a list that people read. */
export type TextPlace = { documentId: string; title: string; unit: string }

/** A translation that would be written. */
export type IncomingText = TextPlace & {
  current: DocumentUnit
  target: readonly Inline[]
  isNew: boolean
}

/** What a file would do to today's texts. `refusal`: none of it is for here. `differing`: not one may be written. */
export type Comparison = {
  refusal?: string
  differing: (TextPlace & { was: string; is: string })[]
  incoming: IncomingText[]
  sameCount: number
  empty: TextPlace[]
  unknown: TextPlace[]
  unusable: (TextPlace & { reason: string })[]
}

/** Where a file is held against: this dataset, the chosen campaign and language, and documents as they are today. */
export type Comparing = {
  dataset: string
  campaign?: { id: string; name: string }
  language?: string
  sourceLanguage: string
  documents: ReadonlyMap<string, ExportedDocument>
}

/** Holds a file from an agency against the texts of today. Nothing is written. */
export function compareXliff(xliff: Xliff, today: Comparing): Comparison {
  const none: Comparison = {
    differing: [],
    incoming: [],
    sameCount: 0,
    empty: [],
    unknown: [],
    unusable: [],
  }
  const refusal = refusalOf(xliff, today)
  if (refusal !== undefined) return { ...none, refusal }
  const all = xliff.files.map((file) => compareFile(file, xliff.targetLanguage, today))
  return {
    differing: all.flatMap(({ differing }) => differing),
    incoming: all.flatMap(({ incoming }) => incoming),
    sameCount: all.reduce((sum, { sameCount }) => sum + sameCount, 0),
    empty: all.flatMap(({ empty }) => empty),
    unknown: all.flatMap(({ unknown }) => unknown),
    unusable: all.flatMap(({ unusable }) => unusable),
  }
}

function refusalOf(xliff: Xliff, today: Comparing): string | undefined {
  const { dataset, campaign, language, sourceLanguage } = today
  for (const { about } of xliff.files) {
    if (about['dataset'] !== undefined && about['dataset'] !== dataset) {
      return `This file is of the dataset "${about['dataset']}", and this is "${dataset}". Open the Studio it came from.`
    }
    if (campaign && about['campaign'] !== undefined && about['campaign'] !== campaign.id) {
      const name = about['campaignName'] ?? about['campaign']
      return `This file is of the campaign "${name}", and "${campaign.name}" is chosen. Choose the other campaign, or another file.`
    }
  }
  if (xliff.sourceLanguage !== sourceLanguage) {
    return `This file was translated from "${xliff.sourceLanguage}". Here texts are translated from "${sourceLanguage}": export anew and send that.`
  }
  if (xliff.targetLanguage === sourceLanguage) {
    return `This file translates into "${sourceLanguage}", which is the source. Ask for the file with the right language (trgLang).`
  }
  if (language !== undefined && xliff.targetLanguage !== language) {
    return `This file is in "${xliff.targetLanguage}", and "${language}" is chosen. Choose that language, or another file.`
  }
  return undefined
}

function compareFile(file: XliffFile, language: string, today: Comparing): Comparison {
  const result: Comparison = {
    differing: [],
    incoming: [],
    sameCount: 0,
    empty: [],
    unknown: [],
    unusable: [],
  }
  const exported = today.documents.get(file.original)
  const title = exported?.title ?? file.notes[0] ?? file.original
  const units = exported
    ? unitsOf(exported.document, { language, translation: exported.translation })
    : []
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of file.units) {
    const place = { documentId: file.original, title, unit: unit.name }
    const current = byId.get(unit.id)
    if (current === undefined) result.unknown.push(place)
    else if (isOfAnotherSource(unit, current)) {
      result.differing.push({
        ...place,
        was: plainText(unit.source),
        is: plainText(current.source),
      })
    } else compareUnit({ unit, current, place, result })
  }
  return result
}

type OneUnit = { unit: XliffUnit; current: DocumentUnit; place: TextPlace; result: Comparison }

function compareUnit({ unit, current, place, result }: OneUnit): void {
  const { target } = unit
  const words = target === undefined ? '' : plainText(target)
  if (target === undefined || words.trim() === '') {
    result.empty.push(place)
    return
  }
  if (current.target !== undefined && isSame(target, current.target)) {
    result.sameCount += 1
    return
  }
  const reason = unusable(target, words, current)
  if (reason !== undefined) result.unusable.push({ ...place, reason })
  else result.incoming.push({ ...place, current, target, isNew: current.target === undefined })
}

function unusable(
  target: readonly Inline[],
  words: string,
  current: DocumentUnit,
): string | undefined {
  if (words.length > current.limit) {
    return `It has ${words.length} characters, and ${current.limit} fit. Ask for a shorter one.`
  }
  const isBroken = current.block
    ? spansOf(target, current.block) === undefined
    : target.some((one) => typeof one !== 'string')
  return isBroken
    ? 'Its codes (<pc>) are not those of the source. Ask for the codes as they were exported.'
    : undefined
}

/** By the hash that came along and by the words themselves, so that a file without our metadata is held to the same. */
function isOfAnotherSource(unit: XliffUnit, current: DocumentUnit): boolean {
  const { sourceHash = current.sourceHash } = unit
  const words = plainText(unit.source)
  return (
    sourceHash !== current.sourceHash || textHash(words) !== textHash(plainText(current.source))
  )
}

function isSame(one: readonly Inline[], other: readonly Inline[]): boolean {
  return JSON.stringify(one.map(bare)) === JSON.stringify(other.map(bare))
}

/** Without what only says how a pair looks. */
function bare(one: Inline): unknown {
  return typeof one === 'string' ? one : [one.id, one.content.map(bare)]
}
