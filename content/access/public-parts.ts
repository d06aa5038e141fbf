import { isJsonObject, type JsonObject, type LakeDocument } from '../lake/document.ts'
import { anyDocument } from '../model/documents/any-document.ts'
import { guide } from '../model/documents/guide.ts'
import { recording } from '../model/documents/recording.ts'
import { guideText } from '../model/guide-text.ts'
import { approvedWords } from '../model/spoken-texts.ts'
import { textHash } from '../model/text-hash.ts'
import { ownerOf } from './owners.ts'

/** Notes and the names of staff, wherever they stand. */
const INTERNAL = new Set([
  ...['note', 'verifiedBy', 'secondPerson', 'approvedBy', 'withdrawnBy'],
  ...['rejectedBy', 'recordedBy', 'reviews', 'textReviews', 'rejected', 'pendingVerification'],
])

/** Besides them: how a fact or a text came about. */
const WORKINGS = new Set([
  ...INTERNAL,
  'method',
  'secondMethod',
  'sourceUrl',
  'secondSourceUrl',
  'checkedAt',
  'confirmedAt',
  'approvedAt',
  'factsHash',
  'sourceHash',
  'recordedOn',
  'submittedOn',
  'origin',
  'reason',
])

/** What a withdrawn line or door no longer says. */
const WITHDRAWN = new Set([
  'numbers',
  'whatHappens',
  'approximateAddress',
  'coordinates',
  'directions',
  'audio',
])

const spoken = recording.pick({ field: true, language: true })

const SYSTEM = ['_id', '_type', '_rev', '_createdAt', '_updatedAt'] as const

const ATTRIBUTES = new Map<string, ReadonlySet<string>>(
  anyDocument.options.map(({ shape }) => [
    shape._type.value,
    new Set([...SYSTEM, ...Object.keys(shape)]),
  ]),
)

const ASSET = new Set([
  ...SYSTEM,
  ...['assetId', 'sha1hash', 'extension', 'mimeType', 'size', 'path', 'url', 'metadata'],
  ...['title', 'description', 'creditLine'],
])

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset']

/** Types that say where things hang, with codes that open unlisted places. */
const OF_SPOTS = ['placement', 'legacyPiece']

const approvedGuide = guide.pick({ title: true, summary: true, body: true }).extend({
  approved: guide.shape.approved.unwrap(),
})

/** Types that have a public part. */
export const PUBLIC_TYPES: readonly string[] = [...ATTRIBUTES.keys(), ...ASSET_TYPES]

/** Of them, those that anybody may read. */
export const OPEN_TYPES: readonly string[] = [...ATTRIBUTES.keys()].filter(
  (type) => !OF_SPOTS.includes(type),
)

/**
 * A document less notes and names of staff, for staff of other organisations; the very object where
 * it has none.
 */
export function withoutNames(document: LakeDocument): LakeDocument {
  const left = objectLess(document, INTERNAL)
  return left === document ? document : { ...systemOf(document), ...left }
}

/**
 * The public part of a published document, for who is signed in but no staff: no note, no name, no
 * word that is not approved, nothing that the model does not know. Undefined: nothing of it.
 */
export function publicPart(document: LakeDocument): LakeDocument | undefined {
  if (ownerOf(document) === 'lake') return undefined
  const known = ASSET_TYPES.includes(document._type) ? ASSET : ATTRIBUTES.get(document._type)
  if (!known) return undefined
  if (document._type === 'guide' && !isApprovedGuide(document)) return undefined
  const isWithdrawn = document['withdrawal'] !== undefined
  const part: LakeDocument = systemOf(document)
  for (const name of Object.keys(document)) {
    if (!known.has(name) || WORKINGS.has(name)) continue
    if (isWithdrawn && WITHDRAWN.has(name)) continue
    if (name === 'audio') keepSound(part, document)
    else keep(part, name, document[name])
  }
  return part
}

function keepSound(part: JsonObject, document: LakeDocument): void {
  const { audio } = document
  const said = Array.isArray(audio) ? audio.filter((item: unknown) => isSaid(item, document)) : []
  if (said.length > 0) keep(part, 'audio', said)
}

/** Whether the public may read what a recording says: the voice goes with the words. */
function isSaid(item: unknown, document: LakeDocument): boolean {
  const { data } = spoken.safeParse(item)
  return data !== undefined && approvedWords(document, data.field, data.language) !== undefined
}

/** A list of which nothing is public is not there: that it has something would be told otherwise. */
function keep(part: JsonObject, name: string, value: unknown): void {
  const open = publicValue(value)
  const isEmptied = Array.isArray(value) && value.length > 0
  if (!(isEmptied && Array.isArray(open) && open.length === 0)) part[name] = open
}

/**
 * The public part for anybody: of places only listed ones, and nothing that could tell of another:
 * a document cannot know whether the place that it points to is listed. Ids with a dot are never
 * public, as hosted.
 */
export function openPart(document: LakeDocument): LakeDocument | undefined {
  const { _id, _type } = document
  if (_id.includes('.')) return undefined
  if (!OPEN_TYPES.includes(_type)) return undefined
  if (_type === 'place' && document['listed'] !== true) return undefined
  const part = publicPart(document)
  if (!part) return undefined
  const { place: _place, places: _places, ...open } = part
  return { ...systemOf(part), ...open }
}

function systemOf({ _id, _type, _rev, _createdAt, _updatedAt }: LakeDocument) {
  return { _id, _type, _rev, _createdAt, _updatedAt }
}

/** An approval holds for the words that it was given for, and for no others. */
function isApprovedGuide(document: LakeDocument): boolean {
  const { success, data } = approvedGuide.safeParse(document)
  return (
    success &&
    document['withdrawn'] === undefined &&
    data.approved.textHash === textHash(guideText(data))
  )
}

function publicValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => publicItem(item))
  if (!isJsonObject(value)) return value
  const part: JsonObject = {}
  for (const name of Object.keys(value)) {
    if (!WORKINGS.has(name)) keep(part, name, value[name])
  }
  return part
}

function publicItem(item: unknown): unknown[] {
  if (!isJsonObject(item)) return [publicValue(item)]
  // Recordings, which are nothing until somebody has let them out.
  const isRecording = 'language' in item && 'file' in item
  if (isRecording && (item['approvedBy'] === undefined || 'rejected' in item)) return []
  const text = item['value']
  // Words in work: of a text in one language, or of one of our own sentences.
  const isWords = isJsonObject(text) && ('language' in item || 'key' in item || 'text' in text)
  if (!isWords) return [publicValue(item)]
  const { approved, withdrawn } = text
  if (withdrawn !== undefined || !isJsonObject(approved)) return []
  const { _key, language, key } = item
  const { text: words, approvedOn } = approved
  return [
    {
      _key,
      ...(key === undefined ? { language } : { key }),
      value: { approved: { text: words, approvedOn } },
    },
  ]
}

/** The very value where it has none of the names: every document goes through here for every audience. */
function less(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => less(item, names))
    return items.every((item, at) => item === value[at]) ? value : items
  }
  return isJsonObject(value) ? objectLess(value, names) : value
}

function objectLess(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  const left: JsonObject = {}
  let isSame = true
  for (const name of Object.keys(object)) {
    if (!names.has(name)) left[name] = less(object[name], names)
    isSame &&= left[name] === object[name]
  }
  return isSame ? object : left
}
