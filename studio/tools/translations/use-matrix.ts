import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { FRAME_TYPES, MATRIX_TYPES, MOST_MATRIX_IDS, matrixAnswer } from '#content/model/matrix.ts'
import { askDesk, DeskProblem } from '../../desk/ask-desk.ts'
import { API } from '../../translation/api-version.ts'
import { reviewFailure } from '../../translation/review-failure.ts'
import { bareId, type MatrixState, patchState, stateOfAnswer } from './matrix-state.ts'

/** Several changes within this time are read together. */
const PATCH_AFTER_MS = 120
/** What is read once more waits until the first answer is drawn. */
const SECOND_LOOK_MS = 2_000

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
    askDesk({ path: 'matrix', answer: matrixAnswer })
      .then((answer) => {
        setState(stateOfAnswer(answer))
        setFailure(undefined)
      })
      .catch((error: unknown) => setFailure(wordsOf(error)))
  }, [])
  useEffect(() => {
    load()
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const patch = () => {
      timer = undefined
      const ids = [...changed]
      changed.clear()
      if (ids.length > MOST_MATRIX_IDS) return load()
      askDesk({ path: 'matrix', query: { ids: ids.join(',') }, answer: matrixAnswer })
        .then(({ documents }) => setState((before) => before && patchState(before, ids, documents)))
        // What could not be read is read with the whole once the stream is back.
        .catch(() => undefined)
    }
    let isFirst = true
    let again: ReturnType<typeof setTimeout> | undefined
    const listening = client
      .listen(
        '*[_type in $types]',
        { types: [...MATRIX_TYPES, ...FRAME_TYPES] },
        { events: ['welcome', 'mutation'], includeResult: true, visibility: 'query' },
      )
      .subscribe({
        next: (event) => {
          if (event.type === 'welcome') {
            // After a gap nobody knows what was missed, nor between the first answer and the first welcome.
            if (isFirst) again = setTimeout(load, SECOND_LOOK_MS)
            else load()
            isFirst = false
          } else if (event.type === 'mutation') {
            const type = event.result?._type
            if (type !== undefined && FRAME_TYPES.includes(type)) load()
            changed.add(bareId(event.documentId))
            timer ??= setTimeout(patch, PATCH_AFTER_MS)
          }
        },
        error: (error: unknown) => setFailure(wordsOf(error)),
      })
    return () => {
      clearTimeout(timer)
      clearTimeout(again)
      listening.unsubscribe()
    }
  }, [client, load])
  if (state !== undefined) return { kind: 'ready', state }
  return failure === undefined
    ? { kind: 'loading' }
    : { kind: 'failed', words: failure, retry: load }
}

function wordsOf(error: unknown): string {
  return error instanceof DeskProblem ? error.message : reviewFailure(error)
}
