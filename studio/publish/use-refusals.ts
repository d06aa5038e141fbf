import { useEffect, useState } from 'react'
import { useSyncState } from 'sanity'
import type { DeskRefusal } from '#content/model/desk.ts'
import { askRefusals } from './ask-refusals.ts'

const QUIET_MS = 1200

/**
 * What publishing would be refused for, asked again once typing has stopped and everything is sent; undefined until
 * the desk has said, or where it cannot be reached: the button asks anew.
 */
export function useRefusals(
  id: string,
  type: string,
  revision: string | undefined,
): readonly DeskRefusal[] | undefined {
  const [refusals, setRefusals] = useState<readonly DeskRefusal[]>()
  const { isSyncing } = useSyncState(id, type)
  useEffect(() => {
    // What is not there, or not any more, cannot be asked about.
    if (isSyncing || revision === undefined) return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      askRefusals(id, asking.signal).then(
        (found) => asking.signal.aborted || setRefusals(found),
        () => asking.signal.aborted || setRefusals(undefined),
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [id, isSyncing, revision])
  return revision === undefined ? undefined : refusals
}
