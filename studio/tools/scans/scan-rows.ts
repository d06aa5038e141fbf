import type { ScansAnswer } from '#content/model/desk.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'

type Week = NonNullable<ScansAnswer['chosen']>['weeks'][number]

/** One figure for each week, undefined where nothing hung as it ended. */
export type Figures = (ScanFigure | undefined)[]
/** `id` is absent where the placement is gone. */
export type PlacementRow = { code: string; id?: string; spot: string; figures: Figures }
/** `figures` are absent where one placement only hung there: its own say all that there is to say. */
export type PlaceRows = {
  id: string
  name: string
  isThere: boolean
  figures?: Figures
  placements: PlacementRow[]
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
      ...(placements.length > 1 && { figures: inWeeks.map((place) => place?.figure) }),
      placements: placements
        .map(({ code, id: placement, spot }) => ({
          code,
          ...(placement !== undefined && { id: placement }),
          spot: spot ?? (placement === undefined ? 'Gone' : ''),
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
