import type { KeyboardEvent } from 'react'

const FORWARD = ['j', 'ArrowDown']
const BACK = ['k', 'ArrowUp']

/** Moves from row to row with j and k or the arrows, but not while something is being typed or chosen. */
export function moveByRow(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || target.closest('input, textarea, select')) return
  if (event.metaKey || event.ctrlKey || event.altKey) return
  const step = FORWARD.includes(key) ? 1 : BACK.includes(key) ? -1 : 0
  if (step === 0) return
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-fact]')]
  const at = rows.findIndex((row) => row.contains(target))
  const next = rows[at === -1 ? 0 : at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
