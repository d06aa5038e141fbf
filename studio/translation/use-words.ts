import { useEffect, useState } from 'react'
import { builtInWords } from './built-in-words.ts'

type Words = Readonly<Record<string, string>>

/** Words that came with the program in one language; `undefined` until they are there, and where there are none. */
export function useWords(tag: string): Words | undefined {
  const [words, setWords] = useState<{ tag: string; words: Words | undefined }>()
  useEffect(() => {
    let isHere = true
    builtInWords(tag).then(
      (found) => isHere && setWords({ tag, words: found }),
      // They are only shown beside what is written here, which goes on without.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [tag])
  return words?.tag === tag ? words.words : undefined
}
