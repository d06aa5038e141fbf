import { useEffect, useMemo, useState } from 'react'
import { type BuiltInWords, interfaceRow } from './interface-row.ts'
import type { MatrixState } from './matrix-state.ts'
import type { MatrixRow } from './rows.ts'

/** The row of our own words, once those that came with the program are there. */
export function useInterfaceRow({ documents }: MatrixState): MatrixRow | undefined {
  const [words, setWords] = useState<BuiltInWords>()
  useEffect(() => {
    let isHere = true
    import('./built-in-words.ts').then(
      ({ builtInWords }) => isHere && setWords(builtInWords),
      // The matrix goes on without this row.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [])
  return useMemo(() => words && interfaceRow([...documents.values()], words), [documents, words])
}
