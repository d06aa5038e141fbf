import { useCallback } from 'react'
import { useClient } from 'sanity'
import { type Asked, useAnswer } from '../../desk/use-answer.ts'
import { useChanges } from '../../desk/use-changes.ts'
import type { House } from './house.ts'
import { loadHouse } from './load-house.ts'

const API_VERSION = '2025-02-19'
const TYPES = ['organization', 'place', 'helpline', 'message', 'campaign', 'placement'] as const
const EMPTY: House = {
  organization: undefined,
  places: [],
  helplines: [],
  messages: [],
  campaigns: [],
  placements: [],
  changedNumbers: [],
}

/** What the first hour of an organisation looks at, live; nothing while there is no organisation yet. */
export function useHouse(id: string | undefined): Asked<House> {
  const client = useClient({ apiVersion: API_VERSION })
  const ask = useCallback(
    (signal: AbortSignal) =>
      id === undefined ? Promise.resolve(EMPTY) : loadHouse(client, id, signal),
    [client, id],
  )
  const asked = useAnswer(ask)
  useChanges(TYPES, asked.askAgain)
  return asked
}
