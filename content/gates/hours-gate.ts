import { Mistake } from '#content/model/errors.ts'
import { readHours, type Where } from './read-hours.ts'
import type { Refusal } from './refusal.ts'

type WithHours = {
  _id: string
  countries: readonly string[]
  hours: { osm: string }
  languages: readonly { hours?: { osm: string } | undefined }[]
}

/** Hours of a helpline or service that cannot be read, those of its languages too. */
export function hoursRefusals({ _id, countries, hours, languages }: WithHours): Refusal[] {
  const written = [
    { osm: hours.osm, field: 'hours.osm' },
    ...languages.flatMap((language, at) =>
      language.hours ? [{ osm: language.hours.osm, field: `languages[${at}].hours.osm` }] : [],
    ),
  ]
  return written.flatMap(({ osm, field }) =>
    hoursProblems(osm, countries[0], { document: _id, field }).map((message) => ({
      documentId: _id,
      path: field,
      message,
    })),
  )
}

/** What is wrong with hours as they are written, and what to do; nothing where they can be read as they are meant. */
export function hoursProblems(osm: string, country: string | undefined, where: Where): string[] {
  try {
    readHours(osm, country, where)
    const place = `${where.document}, ${where.field}`
    return closedUnawares(osm).map(
      (reason) => `${place}: "${osm}" would be shown as closed. ${reason}`,
    )
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return [error.message]
  }
}

/** OSM means "ask first" by words and by an open end; nothing of that may be called open. */
function closedUnawares(osm: string): string[] {
  if (osm.includes('"')) return ['Words in hours are shown to nobody: leave them out.']
  return /:\d\d\+/.test(osm) ? ['Write when it closes.'] : []
}
