// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out what is not in sight
import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import type { Language } from '#content/model/languages.ts'
import { TEXT_STATES } from '../../translation/text-state.ts'
import { cellOf, type MatrixRow } from './rows.ts'

type Props = {
  row: MatrixRow
  index: number
  startPx: number
  isFirstOfDocument: boolean
  languages: readonly Language[]
  columns: readonly VirtualItem[]
  /** The column that the keyboard is in, if it is in this row. */
  active: number | undefined
  /** The language whose panel is open, if it is of this row. */
  open: string | undefined
}

/** One text: what it is, and a cell for each language in sight. Drawn again only when something in it changes. */
export const MatrixRowView = memo(function MatrixRowView(props: Props) {
  const { row, index, startPx, isFirstOfDocument, languages, columns, active, open } = props
  return (
    <div
      className="matrix-row"
      role="row"
      aria-rowindex={index + 2}
      tabIndex={-1}
      data-first={isFirstOfDocument || undefined}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div
        className="matrix-name"
        role="rowheader"
        aria-colindex={1}
        tabIndex={-1}
        title={`${row.title}\n${row.label}: ${row.source}`}
      >
        <span className="matrix-title">{isFirstOfDocument ? row.title : ''}</span>
        <span className="matrix-label">
          <b>{row.label}</b> {row.source}
        </span>
      </div>
      {columns.map((column) => {
        const language = languages[column.index]
        if (language === undefined) return null
        const { state, count } = cellOf(row, language.tag)
        const { words, shape } = TEXT_STATES[state]
        const counted = count ? `, ${count.approved} of ${count.total} approved` : ''
        return (
          <div
            key={language.tag}
            className="matrix-cell"
            role="gridcell"
            aria-colindex={column.index + 2}
            aria-label={`${language.englishName}: ${words}${counted}`}
            aria-selected={open === language.tag}
            title={`${language.englishName}: ${words}${counted}`}
            tabIndex={active === column.index ? 0 : -1}
            data-cell={`${index}:${column.index}`}
            data-state={state}
            style={{ insetInlineStart: column.start }}
          >
            <span aria-hidden="true">{count ? `${count.approved}/${count.total}` : shape}</span>
          </div>
        )
      })}
    </div>
  )
})
