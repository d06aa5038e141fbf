import type { ScansAnswer } from '#content/model/desk.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'

type Week = NonNullable<ScansAnswer['chosen']>['weeks'][number]
type Figures = (ScanFigure | undefined)[]

/** A row of the table: one figure for each week, undefined where nothing hung as it ended. */
export type ScanRow = { id: string; name: string; figures: Figures }
export type PlacementRow = ScanRow & { code: string }
/** A place that is gone has no address of its own; nor has a placement, whose `id` is its code then. */
export type PlaceRows = ScanRow & {
  isThere: boolean
  placements: (PlacementRow & { isThere: boolean })[]
}

/** All weeks of a campaign beside each other, place by place; places by name, placements by code. */
export function scanRows(weeks: readonly Week[]): { total: Figures; places: PlaceRows[] } {
  const known = new Map(weeks.flatMap(({ places }) => places).map((place) => [place.id, place]))
  const places = [...known.values()].map(({ id, name }): PlaceRows => {
    const inWeeks = weeks.map((week) => week.places.find((place) => place.id === id))
    const hung = inWeeks.flatMap((place) => place?.placements ?? [])
    const placements = [...new Map(hung.map((one) => [one.code, one])).values()]
    return {
      id,
      name: name ?? 'A place that is gone',
      isThere: name !== undefined,
      figures: inWeeks.map((place) => place?.figure),
      placements: placements
        .map(({ code, id: placement, spot }) => ({
          id: placement ?? code,
          code,
          name: spot ?? (placement === undefined ? 'Gone' : ''),
          isThere: placement !== undefined,
          figures: inWeeks.map(
            (place) => place?.placements.find((one) => one.code === code)?.figure,
          ),
        }))
        .toSorted((a, b) => a.code.localeCompare(b.code)),
    }
  })
  return {
    total: weeks.map(({ figure }) => figure),
    places: places.toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}
