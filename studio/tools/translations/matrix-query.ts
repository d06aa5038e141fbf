import { z } from 'zod'
import { TEXT_FIELDS } from '#content/model/document-texts.ts'
import { guideReview } from '#content/model/guide-state.ts'
import { languageRecord } from '#content/model/languages.ts'

/** Types whose texts stand in the matrix. */
export const MATRIX_TYPES = [...Object.keys(TEXT_FIELDS), 'guide', 'interfaceText']

/** Types that decide what is shown beside them: a change of one of these reads all of it again. */
export const FRAME_TYPES = ['campaign', 'language']

/*
 * A cell is one short text, `ar|a|0123456789abcdef`: language, state, and the hash that the approval holds. Words of
 * the source alone travel, so that 40,000 cells are less than a megabyte.
 */
// What is most common comes first: each condition is asked of every text.
const STATE = `select(
  value.approved.text == value.text && !defined(value.withdrawn) => "a",
  defined(value.withdrawn) => "w",
  coalesce(value.text, "") == "" => "",
  defined(value.rejected) => "r",
  defined(value.submittedOn) => "i",
  value.origin == "machine" => "m",
  "d")`
const text = (field: string) => `{
  "source": ${field}[language == "en"][0].value.text,
  "cells": ${field}[]{"cell": language + "|" + ${STATE} + "|" + coalesce(value.approved.sourceHash, "")}.cell
}`
const plainFields = [...new Set(Object.values(TEXT_FIELDS).flat())].filter(
  (field) => field !== 'statements',
)

const DOCUMENT = `{
  _id, _type, _rev,
  "title": coalesce(name[language == "en"][0].value, name[0].value, name, title),
  ${plainFields.map((field) => `"${field}": select(defined(${field}[0].language) => ${text(field)})`).join(',\n  ')},
  "statements": statements[]{_key, "text": ${text('text')}},
  _type == "guide" => {
    language, "slug": slug.current, summary,
    "prose": body[]{"line": array::join(children[].text, "")}.line,
    origin, sourceHash, submittedOn, rejected, approved
  },
  _type == "interfaceText" => {
    language, "strings": strings[]{key, "cell": ${STATE} + "|" + coalesce(value.approved.sourceHash, "")}
  },
  _type == "place" => {kind, "helplines": helplines[]._ref, "services": services[]._ref}
}`

/** Everything the matrix shows, in one query. Ask it with the perspective of drafts. */
export const MATRIX_QUERY = `{
  "documents": *[_type in $types] ${DOCUMENT},
  "campaigns": *[_type == "campaign"] | order(name) {
    _id, name, languages, "messages": messages[]._ref, "places": places[]._ref, placeKinds,
    "lawProfile": lawProfile._ref
  },
  "languages": *[_type == "language"]
}`

/** The same of some documents, after they have changed. */
export const ROWS_QUERY = `*[_id in $ids && _type in $types] ${DOCUMENT}`

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

/** What `ROWS_QUERY` answers. */
export const matrixDocuments = z.array(matrixDocument)

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

/** What `MATRIX_QUERY` answers. */
export const matrixAnswer = z.object({
  documents: matrixDocuments,
  campaigns: z.array(matrixCampaign),
  languages: z.array(languageRecord.nullable().catch(null)),
})
export type MatrixAnswer = z.infer<typeof matrixAnswer>

/** The texts of a document by field, in the order of the model. */
export function fieldsOfDocument(document: MatrixDocument): [field: string, text: MatrixText][] {
  const known = Object.entries(TEXT_FIELDS).find(([type]) => type === document._type)?.[1] ?? []
  return known.flatMap((field): [string, MatrixText][] => {
    const found = matrixText.nullish().safeParse(document[field]).data
    return found ? [[field, found]] : []
  })
}
