/** A cell by its numbers, from zero. */
export type GridCell = { row: number; column: number }

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** Where a key leads in a grid, after the pattern of ARIA; undefined where it is none that moves. */
export function moveBy(
  { key, ctrlKey, metaKey, altKey }: Key,
  { row, column }: GridCell,
  { last, page }: { last: GridCell; page: number },
): GridCell | undefined {
  if (altKey) return undefined
  const isFar = ctrlKey || metaKey
  const to = (next: GridCell): GridCell => ({
    row: Math.max(0, Math.min(next.row, last.row)),
    column: Math.max(0, Math.min(next.column, last.column)),
  })
  switch (key) {
    case 'ArrowDown':
      return to({ row: isFar ? last.row : row + 1, column })
    case 'ArrowUp':
      return to({ row: isFar ? 0 : row - 1, column })
    case 'ArrowRight':
      return to({ row, column: isFar ? last.column : column + 1 })
    case 'ArrowLeft':
      return to({ row, column: isFar ? 0 : column - 1 })
    case 'PageDown':
      return to({ row: row + page, column })
    case 'PageUp':
      return to({ row: row - page, column })
    case 'Home':
      return to({ row: isFar ? 0 : row, column: 0 })
    case 'End':
      return to({ row: isFar ? last.row : row, column: last.column })
    default:
      return undefined
  }
}
