import { useCallback, useMemo } from 'react'
import { useRouter } from 'sanity/router'
import { type MatrixView, readView, writeView } from './filters.ts'

/** What the address says is shown, and the way to say something else. */
export function useView(): [MatrixView, (change: Partial<MatrixView>) => void] {
  const { state, navigate } = useRouter()
  const parameters = state._searchParams
  const view = useMemo(() => readView(parameters ?? []), [parameters])
  const change = useCallback(
    (next: Partial<MatrixView>) => {
      navigate({ _searchParams: writeView({ ...view, ...next }) }, { replace: true })
    },
    [navigate, view],
  )
  return [view, change]
}
