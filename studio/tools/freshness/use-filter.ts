import { useRouter } from 'sanity/router'
import type { FactFilter } from './fact-groups.ts'

/** The filter as it stands in the address, so that it can be sent to somebody. */
export function useFilter(): { filter: FactFilter; write: (filter: FactFilter) => void } {
  const { state, navigate } = useRouter()
  const found = new Map(state._searchParams ?? [])
  const filter = {
    words: found.get('words') ?? '',
    organization: found.get('organization') ?? '',
    group: found.get('state') ?? '',
  }
  return {
    filter,
    write({ words, organization, group }) {
      const all: [string, string][] = [
        ['words', words],
        ['organization', organization],
        ['state', group],
      ]
      const _searchParams = all.filter(([, value]) => value !== '')
      navigate({ ...state, _searchParams }, { replace: true })
    },
  }
}
