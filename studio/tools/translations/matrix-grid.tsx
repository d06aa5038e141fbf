// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out what is not in sight
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Language } from '#content/model/languages.ts'
import { moveBy } from './grid-moves.ts'
import './matrix.css'
import { MatrixHeader } from './matrix-header.tsx'
import { MatrixRowView } from './matrix-row-view.tsx'
import type { Progress } from './progress.ts'
import type { MatrixRow } from './rows.ts'

/** Sizes in CSS pixels, the same as in `matrix.css`. */
const HEADER_PX = 76
const ROW_PX = 44
const COLUMN_PX = 92
const WIDEST_FIRST_PX = 340

type Props = {
  rows: readonly MatrixRow[]
  languages: readonly Language[]
  progress: ReadonlyMap<string, Progress>
  /** The cell whose panel is open. */
  open: { row: string | undefined; language: string | undefined }
  onOpen: (row: string, language: string) => void
}

/** Texts by languages. Only what is in sight is in the page; arrows, Home, End and Page keys go everywhere. */
export function MatrixGrid({ rows, languages, progress, open, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState({ row: 0, column: 0 })
  const isMoving = useRef(false)
  const firstPx = Math.min(WIDEST_FIRST_PX, Math.round(window.innerWidth * 0.45))
  const vertical = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
    useFlushSync: false,
  })
  const horizontal = useVirtualizer({
    horizontal: true,
    count: languages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    overscan: 3,
    scrollMargin: firstPx,
    scrollPaddingStart: firstPx,
    useFlushSync: false,
  })
  const columns = horizontal.getVirtualItems()
  const last = { row: rows.length - 1, column: languages.length - 1 }
  const here = {
    row: Math.max(0, Math.min(active.row, last.row)),
    column: Math.max(0, Math.min(active.column, last.column)),
  }
  // A cell that comes into sight by a key is there only after the next drawing.
  useLayoutEffect(() => {
    if (!isMoving.current) return
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"][data-cell]')
    if (cell === null || cell === undefined) return
    cell.focus({ preventScroll: true })
    isMoving.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2
    const next = moveBy(event, here, { last, page: Math.max(1, page) })
    if (next === undefined) {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      openCell(here)
      return
    }
    event.preventDefault()
    isMoving.current = true
    setActive(next)
    vertical.scrollToIndex(next.row)
    horizontal.scrollToIndex(next.column)
  }
  const openCell = ({ row, column }: typeof here) => {
    const found = rows[row]
    const language = languages[column]
    if (found && language) onOpen(found.id, language.tag)
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell === undefined) return
    setActive(cell)
    openCell(cell)
  }
  const style = useMemo(
    () => ({
      inlineSize: firstPx + languages.length * COLUMN_PX,
      '--matrix-first': `${firstPx}px`,
      '--matrix-header': `${HEADER_PX}px`,
      '--matrix-row': `${ROW_PX}px`,
      '--matrix-column': `${COLUMN_PX}px`,
    }),
    [firstPx, languages.length],
  )
  return (
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      aria-label="Texts by languages"
      aria-rowcount={rows.length + 1}
      aria-colcount={languages.length + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={({ target }) => {
        const cell = cellOf(target)
        if (cell) setActive(cell)
      }}
    >
      <div style={style} role="presentation">
        <MatrixHeader languages={languages} columns={columns} progress={progress} />
        <div className="matrix-body" role="rowgroup" style={{ blockSize: vertical.getTotalSize() }}>
          {vertical.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <MatrixRowView
                key={row.id}
                row={row}
                index={index}
                startPx={start - HEADER_PX}
                isFirstOfDocument={rows[index - 1]?.documentId !== row.documentId}
                languages={languages}
                columns={columns}
                active={here.row === index ? here.column : undefined}
                open={open.row === row.id ? open.language : undefined}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function cellOf(target: EventTarget): { row: number; column: number } | undefined {
  if (!(target instanceof Element)) return undefined
  const at = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':')
  return at && { row: Number(at[0]), column: Number(at[1]) }
}
