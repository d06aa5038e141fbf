import { type RefObject, useEffect } from 'react'

const FORWARD = ['j', 'ArrowDown']
const BACK = ['k', 'ArrowUp']

/**
 * Moves from row to row with j and k or the arrows, from wherever one is in the list, and from nowhere; not while
 * something is being typed or chosen, and not behind a dialog.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (list.current) moveByRow(event, list.current)
    }
    document.addEventListener('keydown', move)
    return () => document.removeEventListener('keydown', move)
  }, [list])
}

function moveByRow(event: KeyboardEvent, list: HTMLElement): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || target.closest('input, textarea, select')) return
  if (target !== document.body && !list.contains(target)) return
  if (document.querySelector('[role="dialog"]') !== null) return
  if (event.metaKey || event.ctrlKey || event.altKey) return
  const step = FORWARD.includes(key) ? 1 : BACK.includes(key) ? -1 : 0
  if (step === 0) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-fact]')]
  const at = rows.findIndex((row) => row.contains(target))
  const next = rows[at === -1 ? 0 : at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
