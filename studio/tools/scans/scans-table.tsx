import { IntentLink } from 'sanity/router'
import type { ScansAnswer } from '#content/model/desk.ts'
import { type Figures, type PlacementRow, type PlaceRows, scanRows } from './scan-rows.ts'
import { figureWords, weekDays } from './scan-words.ts'
import './scans.css'

type Props = {
  campaign: string
  weeks: NonNullable<ScansAnswer['chosen']>['weeks']
}

/** Weeks beside each other, the newest first; below the campaign its places, below each what hangs there. */
export function ScansTable({ campaign, weeks }: Props) {
  const { total, places } = scanRows(weeks)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled has to be reached by the keyboard
    <section className="scans" aria-label={`Scans of ${campaign} by week`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Place and code</th>
            {weeks.map(({ week }) => (
              <th scope="col" key={week}>
                {week}
                <span className="scans-aside">{weekDays(week)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="scans-total">
            <th scope="row">All places</th>
            <Cells figures={total} />
          </tr>
        </tbody>
        {places.map((place) => (
          <PlaceBody key={place.id} {...place} />
        ))}
      </table>
    </section>
  )
}

function PlaceBody({ id, name, isThere, figures, placements }: PlaceRows) {
  const place = isThere ? (
    <IntentLink intent="edit" params={{ id, type: 'place' }}>
      {name}
    </IntentLink>
  ) : (
    name
  )
  return (
    <tbody>
      {figures && (
        <tr className="scans-place">
          <th scope="rowgroup">{place}</th>
          <Cells figures={figures} />
        </tr>
      )}
      {placements.map((one) => (
        <tr key={one.code} {...(figures && { className: 'scans-within' })}>
          <th scope="row">
            {!figures && place}
            <span className="scans-aside">
              <Code {...one} />
              {one.spot && ` · ${one.spot}`}
            </span>
          </th>
          <Cells figures={one.figures} />
        </tr>
      ))}
    </tbody>
  )
}

function Code({ code, id }: PlacementRow) {
  if (id === undefined) return code
  return (
    <IntentLink intent="edit" params={{ id, type: 'placement' }}>
      {code}
    </IntentLink>
  )
}

function Cells({ figures }: { figures: Figures }) {
  return figures.map((figure, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one cell a week, in the order of the weeks
    <td key={at} className={figure?.state === 'told' ? 'scans-told' : 'scans-untold'}>
      {figureWords(figure)}
    </td>
  ))
}
