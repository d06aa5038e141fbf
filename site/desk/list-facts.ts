import { byDue, factFreshness } from '#content/help/fact-freshness.ts'
import { ifItLapses } from '#content/help/if-it-lapses.ts'
import type { Fact, FactsAnswer } from '#content/model/desk.ts'
import { loadShownFacts, loadStoredFacts } from '#content/queries/load-all-facts.ts'
import type { DeskRooms } from './context.ts'
import { factVersion } from './fact-version.ts'
import { ownerIdOf, standbyOf } from './standby-of.ts'
import { nameOf, readFacts, type StoredFact, statesTheSame } from './stored-fact.ts'
import { mayWithdraw, namesOf, type Viewer } from './viewer.ts'

/** Every helpline and service that somebody may see, due first. Two queries. */
export async function listFacts(rooms: DeskRooms, viewer: Viewer): Promise<FactsAnswer> {
  const { client, services, log } = rooms
  const now = rooms.now()
  const [stored, shown] = await Promise.all([
    loadStoredFacts(client),
    loadShownFacts(client, now, (err) => log.warn({ err }, 'A document cannot be shown')),
  ])
  const facts = readFacts(stored.documents)
  const titles = new Map(facts.map(({ id, title }) => [id, title]))
  const organizations = new Map(stored.organizations.map((it) => [it.id, it]))
  const places = new Map(
    shown.places.map(({ id, name, slug }) => [
      id,
      (name.find(({ language }) => language === 'en') ?? name[0])?.text ?? slug,
    ]),
  )
  const today = new Date(now).toISOString().slice(0, 10)
  const { speak } = services
  const lapsing = ifItLapses({ ...shown, languages: services.languages(), speak, now })
  const naming = {
    viewer,
    partnersOf: (id: string) => organizations.get(id)?.partners ?? [],
    nameOf: namesOf(rooms),
  }

  function told(fact: StoredFact): Fact | undefined {
    const owner = ownerIdOf(fact)
    const organization = nameOf(organizations.get(owner)?.name) ?? owner
    const published = factVersion(fact, 'published', { ...naming, organization })
    const own = factVersion(fact, 'draft', { ...naming, organization })
    const draft = published && statesTheSame(fact) ? undefined : own
    if (published === undefined && draft === undefined) return undefined
    const public_ = fact.versions.published
    const standby = standbyOf(fact, facts)
    const verifiedOn = public_?.verification?.verifiedOn
    const isWithdrawn = public_?.withdrawal !== undefined
    return {
      id: fact.id,
      type: fact.type,
      title: fact.title,
      organization,
      ...factFreshness({ verifiedOn, isWithdrawn }, today),
      ...(verifiedOn !== undefined && { verifiedOn }),
      ...(published && { published }),
      ...(draft && { draft }),
      mayWithdraw: public_ !== undefined && !isWithdrawn && mayWithdraw(fact, viewer),
      ...(standby !== undefined && { standby: standby.title }),
      ifItLapses: (lapsing.get(fact.id) ?? []).map(({ place, first }) => ({
        place: places.get(place) ?? place,
        first: titles.get(first) ?? first,
      })),
    }
  }

  return { today, facts: facts.flatMap((fact) => told(fact) ?? []).toSorted(byDue) }
}
