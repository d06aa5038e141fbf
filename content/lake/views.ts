import type { Documents } from './document-store.ts'
import type { IndexOptions } from './path-indexes.ts'
import type { Perspective } from './perspective.ts'
import { createView, type View } from './view.ts'

/** The views in use, built when first asked for and brought up to date on each commit. */
export interface Views {
  of(perspective: Perspective): View
  refresh(changedIds: readonly string[]): void
}

/** Perspectives are named by the caller: without a limit they could fill the memory. */
const MOST_VIEWS = 8

/** Past this many changes at once, building anew is faster than moving one by one. */
const MOST_MOVES = 2000

/** Keeps the views used last. */
export function createViews(store: Documents, options?: IndexOptions): Views {
  const views = new Map<string, View>()
  return {
    of(perspective) {
      const key = perspective === 'raw' ? 'raw' : perspective.join(',')
      const view = views.get(key) ?? createView(store, perspective, options)
      views.delete(key)
      views.set(key, view)
      const [oldest] = views.keys()
      if (views.size > MOST_VIEWS && oldest !== undefined) views.delete(oldest)
      return view
    },
    refresh(changedIds) {
      if (changedIds.length > MOST_MOVES) views.clear()
      else for (const view of views.values()) view.refresh(changedIds)
    },
  }
}
