import { z } from 'zod'
import { TEXT_FIELDS } from './document-texts.ts'
import { guideReview } from './guide-state.ts'
import { documentId } from './ids.ts'

/** Types whose texts stand in the matrix. */
export const MATRIX_TYPES = [...Object.keys(TEXT_FIELDS), 'guide', 'interfaceText']

/** Types that decide what is shown beside them: a change of one of these reads all of it again. */
export const FRAME_TYPES = ['campaign', 'language']

const plainFields = [...new Set(Object.values(TEXT_FIELDS).flat())].filter(
  (field) => field !== 'statements',
)

/*
 * A cell is one short text, `ar|a|0123456789abcdef`: language, state, and the hash that the approval holds. Words of
 * the source alone travel, so that 40,000 cells are about a megabyte.
 */
const matrixText = z.object({ source: z.string().nullish(), cells: z.array(z.string()).nullish() })
export type MatrixText = z.infer<typeof matrixText>
const references = z.array(z.string().nullable()).nullish()

const matrixDocument = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  _rev: z.string(),
  title: z.string().nullish().catch(undefined),
  statements: z.array(z.object({ _key: z.string(), text: matrixText })).nullish(),
  language: z.string().nullish(),
  slug: z.string().nullish(),
  summary: z.string().nullish(),
  prose: z.array(z.string().nullable()).nullish(),
  strings: z.array(z.object({ key: z.string(), cell: z.string() })).nullish(),
  kind: z.string().nullish(),
  helplines: references,
  services: references,
  ...guideReview.partial().shape,
  ...Object.fromEntries(plainFields.map((field) => [field, matrixText.nullish()])),
})
export type MatrixDocument = z.infer<typeof matrixDocument>

const matrixCampaign = z.object({
  _id: z.string(),
  name: z.string().catch('Untitled'),
  languages: z.array(z.string()).nullish(),
  messages: references,
  places: references,
  placeKinds: z.array(z.string()).nullish(),
  lawProfile: z.string().nullish(),
})
export type MatrixCampaign = z.infer<typeof matrixCampaign>

/** `GET matrix`, with `?ids=` of some documents, separated by commas: what the matrix of texts by languages shows. */
export const matrixAnswer = z.object({
  documents: z.array(matrixDocument),
  campaigns: z.array(matrixCampaign),
})
export type MatrixAnswer = z.infer<typeof matrixAnswer>

/** Documents that may be asked for at once. */
export const MOST_MATRIX_IDS = 200

/** What `?ids=` holds. */
export const matrixIds = z
  .string()
  .transform((ids) => ids.split(','))
  .pipe(z.array(documentId).max(MOST_MATRIX_IDS))

/** The texts of a document by field, in the order of the model. */
export function fieldsOfDocument(document: MatrixDocument): [field: string, text: MatrixText][] {
  const known = Object.entries(TEXT_FIELDS).find(([type]) => type === document._type)?.[1] ?? []
  return known.flatMap((field): [string, MatrixText][] => {
    const found = matrixText.nullish().safeParse(document[field]).data
    return found ? [[field, found]] : []
  })
}
