import { Fragment } from 'react'
import { IntentLink } from 'sanity/router'
import type { ScansAnswer } from '#content/model/desk.ts'
import type { ScanFigure } from '#content/model/scan-figure.ts'
import { type ScanRow, scanRows } from './scan-rows.ts'
import { figureWords, weekDays } from './scan-words.ts'
import './scans.css'

type Props = {
  campaign: string
  weeks: NonNullable<ScansAnswer['chosen']>['weeks']
}

/** Weeks beside each other, the newest first; below the campaign its places, below each what hangs there. */
export function ScansTable({ campaign, weeks }: Props) {
  const { total, places } = scanRows(weeks)
  const most = mostOf(places.flatMap(({ placements }) => placements))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled has to be reached by the keyboard
    <section className="scans" aria-label={`Scans of ${campaign} by week`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            {weeks.map(({ week }) => (
              <th scope="col" key={week}>
                {week}
                <span className="scans-days">{weekDays(week)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="scans-total">
            <th scope="row">{campaign}</th>
            <Figures figures={total} most={mostOf([{ figures: total }])} />
          </tr>
        </tbody>
        {places.map(({ id, name, isThere, figures, placements }) => (
          <tbody key={id}>
            <tr className="scans-place">
              <th scope="rowgroup">
                {isThere ? (
                  <IntentLink intent="edit" params={{ id, type: 'place' }}>
                    {name}
                  </IntentLink>
                ) : (
                  name
                )}
              </th>
              <Figures figures={figures} most={mostOf(places)} />
            </tr>
            {placements.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  {one.isThere ? (
                    <IntentLink intent="edit" params={{ id: one.id, type: 'placement' }}>
                      {one.code}
                    </IntentLink>
                  ) : (
                    one.code
                  )}
                  {one.name !== '' && <span className="scans-spot">{one.name}</span>}
                </th>
                <Figures figures={one.figures} most={most} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** Cells of one row; a bar shows how a figure stands to the highest that is told of its sort. */
function Figures({ figures, most }: { figures: ScanRow['figures']; most: number }) {
  return figures.map((figure, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one cell a week, in the order of the weeks
    <Fragment key={at}>
      <td className={`scans-${figure?.state ?? 'none'}`}>
        {figureWords(figure)}
        {figure?.state === 'told' && (
          <span
            className="scans-bar"
            style={{ inlineSize: `${Math.round((100 * figure.scans) / most)}%` }}
          />
        )}
      </td>
    </Fragment>
  ))
}

function mostOf(rows: readonly { figures: readonly (ScanFigure | undefined)[] }[]): number {
  const told = rows.flatMap(({ figures }) =>
    figures.map((figure) => (figure?.state === 'told' ? figure.scans : 0)),
  )
  return Math.max(1, ...told)
}
