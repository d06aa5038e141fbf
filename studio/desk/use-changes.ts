import { useEffect } from 'react'
import { useClient } from 'sanity'

const API_VERSION = '2025-02-19'
// Several documents change in one breath, and a draft with each keystroke.
const QUIET_MS = 700

/** Calls back soon after documents of these types were changed by anybody, drafts included. */
export function useChanges(types: readonly string[], onChange: () => void): void {
  const client = useClient({ apiVersion: API_VERSION })
  const names = types.join(',')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(onChange, QUIET_MS)
    }
    const listening = client
      .listen(
        '*[_type in $types]',
        { types: names.split(',') },
        {
          // What was written between the last answer and the welcome is told by nobody else.
          events: ['welcome', 'mutation'],
          includeResult: false,
          includeAllVersions: true,
          visibility: 'query',
        },
      )
      // The stream is asked for anew by whoever holds it; until then the window's focus brings the news.
      .subscribe({ next: soon, error: soon })
    return () => {
      clearTimeout(timer)
      listening.unsubscribe()
    }
  }, [client, names, onChange])
}
