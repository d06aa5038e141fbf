import { Mistake } from '#content/model/errors.ts'
import type { PublicHelpline, PublicService } from '#content/model/facts.ts'
import type { OpeningHours, ResolvedHours } from '#content/model/hours.ts'
import type { Report } from './read-result.ts'
import { resolveHours } from './resolve-hours.ts'
import type { StoredHelpline, StoredService } from './stored-help.ts'

/** A helpline with its hours worked out from `now` (epoch ms). Hours that cannot be read are unknown, and reported. */
export function resolveHelpline(
  { hours, languages, ...facts }: StoredHelpline,
  now: number,
  report: Report,
): PublicHelpline {
  return { ...facts, ...resolveTimes({ hours, languages, facts }, now, report) }
}

/** A service with its hours worked out, like a helpline. */
export function resolveService(
  { hours, languages, ...facts }: StoredService,
  now: number,
  report: Report,
): PublicService {
  return { ...facts, ...resolveTimes({ hours, languages, facts }, now, report) }
}

type Times = Pick<StoredHelpline, 'hours' | 'languages'> & {
  facts: Pick<StoredHelpline, 'id' | 'countries'>
}

function resolveTimes({ hours, languages, facts }: Times, now: number, report: Report) {
  const resolve = (written: OpeningHours, field: string): ResolvedHours => {
    try {
      const where = { document: facts.id, field }
      return resolveHours({ hours: written, country: facts.countries[0], now, where })
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      report(error)
      return { zone: written.zone, always: false, weekly: [], open: [], horizon: 0 }
    }
  }
  return {
    hours: resolve(hours, 'hours.osm'),
    languages: languages.map(({ tag, mode, hours: own }, at) => ({
      tag,
      mode,
      ...(own && { hours: resolve(own, `languages[${at}].hours.osm`) }),
    })),
  }
}
