import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { API } from '../../translation/api-version.ts'
import { reviewFailure } from '../../translation/review-failure.ts'
import {
  FRAME_TYPES,
  MATRIX_QUERY,
  MATRIX_TYPES,
  matrixAnswer,
  matrixDocuments,
  ROWS_QUERY,
} from './matrix-query.ts'
import { bareId, type MatrixState, patchState, stateOfAnswer } from './matrix-state.ts'

/** Several changes within this time are read together. */
const PATCH_AFTER_MS = 120

/** What the matrix knows, or why it knows nothing. */
export type Loading =
  | { kind: 'loading' }
  | { kind: 'failed'; words: string; retry: () => void }
  | { kind: 'ready'; state: MatrixState }

/** All texts with drafts over what is published, kept up to date document by document. */
export function useMatrix(): Loading {
  const client = useClient(API)
  const [state, setState] = useState<MatrixState>()
  const [failure, setFailure] = useState<string>()
  const load = useCallback(() => {
    client
      .fetch<unknown>(MATRIX_QUERY, { types: MATRIX_TYPES }, { perspective: 'drafts' })
      .then((answer) => {
        setState(stateOfAnswer(matrixAnswer.parse(answer)))
        setFailure(undefined)
      })
      .catch((error: unknown) => setFailure(reviewFailure(error)))
  }, [client])
  useEffect(() => {
    load()
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const patch = () => {
      timer = undefined
      const ids = [...changed]
      changed.clear()
      client
        .fetch<unknown>(ROWS_QUERY, { ids, types: MATRIX_TYPES }, { perspective: 'drafts' })
        .then((found) => {
          const documents = matrixDocuments.parse(found)
          setState((before) => before && patchState(before, ids, documents))
        })
        // What could not be read is read with the whole once the stream is back.
        .catch(() => undefined)
    }
    let isFirst = true
    const listening = client
      .listen(
        '*[_type in $types]',
        { types: [...MATRIX_TYPES, ...FRAME_TYPES] },
        { events: ['welcome', 'mutation'], includeResult: true, visibility: 'query' },
      )
      .subscribe({
        next: (event) => {
          if (event.type === 'welcome') {
            // After a gap nobody knows what was missed.
            if (!isFirst) load()
            isFirst = false
          } else if (event.type === 'mutation') {
            const type = event.result?._type
            if (type !== undefined && FRAME_TYPES.includes(type)) load()
            changed.add(bareId(event.documentId))
            timer ??= setTimeout(patch, PATCH_AFTER_MS)
          }
        },
        error: (error: unknown) => setFailure(reviewFailure(error)),
      })
    return () => {
      clearTimeout(timer)
      listening.unsubscribe()
    }
  }, [client, load])
  if (state !== undefined) return { kind: 'ready', state }
  return failure === undefined
    ? { kind: 'loading' }
    : { kind: 'failed', words: failure, retry: load }
}
