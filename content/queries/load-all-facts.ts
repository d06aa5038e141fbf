import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { PublicHelpline, PublicService } from '#content/model/facts.ts'
import { HELPLINE, PLACE, SERVICE } from './projections.ts'
import { type Report, readEach, warn } from './read-result.ts'
import { resolveHelpline, resolveService } from './resolve-help.ts'
import { storedHelpline, storedService } from './stored-help.ts'
import { storedPlace } from './stored-words.ts'
import { withoutNulls } from './without-nulls.ts'

/** Helplines and services as they are stored, and who may confirm for whom. For staff: it holds names and drafts. */
const STORED_QUERY = `{
  "documents": *[_type in ["helpline", "service"] && !(_id in path("versions.**"))
    && ($id == null || _id in [$id, "drafts." + $id])],
  "organizations": *[_type == "organization" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]
    {"id": _id, name, "partners": coalesce(partners[]._ref, [])}
}`

const SHOWN_QUERY = `{
  "places": *[_type == "place"]${PLACE},
  "helplines": *[_type == "helpline"]${HELPLINE},
  "services": *[_type == "service"]${SERVICE}
}`

const storedAnswer = z.object({
  documents: z.array(z.unknown()),
  organizations: z.array(z.unknown()),
})
const shownAnswer = z.object({
  places: z.array(z.unknown()),
  helplines: z.array(z.unknown()),
  services: z.array(z.unknown()),
})
const organization = z.object({
  id: z.string(),
  name: z.array(z.object({ language: z.string(), value: z.string() })).catch([]),
  partners: z.array(z.string()).catch([]),
})
export type DeskOrganization = z.infer<typeof organization>

/** Stored helplines and services, drafts too; with an id, of that one fact only. */
export async function loadStoredFacts(
  client: SanityClient,
  id?: string,
): Promise<{ documents: unknown[]; organizations: DeskOrganization[] }> {
  const found: unknown = await client.fetch(
    STORED_QUERY,
    { id: id ?? null },
    { perspective: 'raw' },
  )
  const { documents, organizations } = storedAnswer.parse(found)
  return { documents, organizations: z.array(organization).parse(withoutNulls(organizations)) }
}

/** All places with all public helplines and services, hours worked out from `now` (epoch ms). */
export async function loadShownFacts(client: SanityClient, now: number, report: Report = warn) {
  const found: unknown = await client.fetch(SHOWN_QUERY, {}, { perspective: 'published' })
  const { places, helplines, services } = shownAnswer.parse(found)
  return {
    places: readEach(storedPlace, places, report),
    helplines: readEach(storedHelpline, helplines, report).map(
      (it): PublicHelpline => resolveHelpline(it, now, report),
    ),
    services: readEach(storedService, services, report).map(
      (it): PublicService => resolveService(it, now, report),
    ),
  }
}
