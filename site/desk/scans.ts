import { organizationsOf, staffAmong } from '#content/access/binding.ts'
import type { Disclosed } from '#content/counts/disclose-scans.ts'
import type { ToldWeek } from '#content/counts/open-counts.ts'
import type { ScansAnswer } from '#content/model/desk.ts'
import { documentId } from '#content/model/ids.ts'
import { daysOf, WEEK_MS, weekOf } from '#content/model/iso-week.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'
import { readShortCode } from '#content/model/short-code.ts'
import { loadCampaigns } from '#content/queries/load-campaigns.ts'
import { loadPlacementNames } from '#content/queries/load-placement-names.ts'
import type { DeskAsked, DeskRooms } from './context.ts'
import { DeskMistake } from './problem.ts'

type Rooms = Pick<DeskRooms, 'accounts' | 'client' | 'scans' | 'services' | 'now'>
type Week = NonNullable<ScansAnswer['chosen']>['weeks'][number]

/**
 * Answers how often the codes of a campaign were opened, to who works for one of its organisations. Whoever may see it
 * gets the answer that everybody gets: a part of it, or a sum over more, could be subtracted from it.
 */
export async function answerScans(asked: DeskAsked, rooms: Rooms): Promise<Response> {
  const { accounts, client, scans, services, now } = rooms
  const bindings = staffAmong(accounts.members.bindingsOf(asked.var.member.id))
  const theirs = organizationsOf(bindings)
  const campaigns = (await loadCampaigns(client)).filter(
    ({ organizations }) => theirs === 'all' || organizations.some((id) => theirs.has(id)),
  )
  const wanted = asked.req.query('campaign')
  const chosen = wanted === undefined ? campaigns[0] : campaigns.find(({ id }) => id === wanted)
  if (wanted !== undefined && chosen === undefined) throw notTold(wanted)
  const answer: ScansAnswer = {
    campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    nextOn: daysOf(weekOf(now() + WEEK_MS)).first,
    isSample: services.isDemo(),
    isNoisy: scans.isNoisy,
    ...(chosen && {
      chosen: { id: chosen.id, weeks: await namedWeeks(client, await scans.toldWeeks(chosen.id)) },
    }),
  }
  return asked.json(answer)
}

function notTold(campaign: string): DeskMistake {
  if (!documentId.safeParse(campaign).success) {
    return new DeskMistake(400, 'unreadable', 'Say which campaign: that is no id of one.')
  }
  return new DeskMistake(
    403,
    'not-yours',
    'Scans of this campaign are told to those who work for one of its organisations. Choose another campaign, or ask one of them.',
  )
}

/** Weeks with what places and placements are called now. */
async function namedWeeks(client: Rooms['client'], weeks: readonly ToldWeek[]): Promise<Week[]> {
  const placesTold = weeks.flatMap(({ told }) => told.parts)
  const codes = placesTold.flatMap(({ parts }) => parts.map(({ id }) => id))
  const { places, placements } = await loadPlacementNames(client, {
    places: [...new Set(placesTold.map(({ id }) => id))],
    codes: [...new Set(codes)],
  })
  return weeks.map(({ week, told }) => ({
    week,
    figure: figureOf(told),
    places: told.parts.map((place) => {
      const name = places.get(place.id)
      return {
        id: place.id,
        ...(name !== undefined && { name }),
        figure: figureOf(place),
        placements: place.parts.flatMap((placement) => {
          const code = readShortCode(placement.id)
          if (code === undefined) return []
          const { id, spot } = placements.get(code) ?? {}
          return {
            code,
            figure: figureOf(placement),
            ...(id !== undefined && { id }),
            ...(spot !== undefined && { spot }),
          }
        }),
      }
    }),
  }))
}

function figureOf(told: Disclosed): ScanFigure {
  return told.state === 'told' ? { state: 'told', scans: told.scans } : { state: told.state }
}
