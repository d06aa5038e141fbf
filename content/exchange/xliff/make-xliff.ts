import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { type DocumentUnit, segmentState, unitsOf } from './document-units.ts'
import { noteOf } from './unit-notes.ts'
import type { Xliff, XliffFile } from './xliff.ts'

/** A document as stored, and of a guide the one in the language that is translated into. */
export type ExportedDocument = {
  document: { _id: string; _rev: string; _type: string }
  title: string
  translation?: unknown
}

/** What a file is of: where it was made, whose texts, which language. */
export type Exporting = {
  dataset: string
  campaign?: { id: string; name: string }
  language: string
  directions?: { source: 'ltr' | 'rtl'; target: 'ltr' | 'rtl' }
  documents: readonly ExportedDocument[]
}

/** The texts of documents as an agency gets them; documents without a text are left out. */
export function makeXliff({
  dataset,
  campaign,
  language,
  directions,
  documents,
}: Exporting): Xliff {
  const files = documents.flatMap(({ document, title, translation }): XliffFile[] => {
    const units = unitsOf(document, { language, translation })
    if (units.length === 0) return []
    return [
      {
        original: document._id,
        notes: [title],
        about: {
          dataset,
          ...(campaign && { campaign: campaign.id, campaignName: campaign.name }),
          type: document._type,
          revision: document._rev,
        },
        units: units.map((unit) => toXliff(unit, document._type)),
      },
    ]
  })
  return {
    sourceLanguage: LAST_LANGUAGE,
    targetLanguage: language,
    ...(directions && {
      sourceDirection: directions.source,
      targetDirection: directions.target,
    }),
    files,
  }
}

function toXliff(unit: DocumentUnit, type: string): XliffFile['units'][number] {
  const { id, name, source, sourceHash, target, state, limit } = unit
  return {
    id,
    name,
    state: segmentState(state),
    subState: state,
    source,
    ...(target && { target }),
    notes: [noteOf(type, unit), `At most ${limit} characters.`],
    sourceHash,
  }
}
