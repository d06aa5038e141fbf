import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskProblem } from './ask-desk.ts'
import { deskFailure } from './desk-failure.ts'

const AGAIN_MS = 4000

/** An answer that is asked for again when the window comes back, and until the network is there. */
export type Asked<T> = {
  /** The last one that came, though asking again has failed since. */
  answer: T | undefined
  problem: DeskProblem | undefined
  isAsking: boolean
  askAgain: () => void
}

/** Asks once at first, and whenever `ask` is another function, the window is looked at again or the network is back. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<T>()
  const [problem, setProblem] = useState<DeskProblem>()
  const [isAsking, setIsAsking] = useState(true)
  const current = useRef<AbortController>(null)
  const askAgain = useCallback(() => {
    current.current?.abort()
    const asking = new AbortController()
    current.current = asking
    setIsAsking(true)
    ask(asking.signal)
      .then(
        (found) => {
          if (asking.signal.aborted) return
          setAnswer(found)
          setProblem(undefined)
        },
        (error: unknown) => {
          if (!asking.signal.aborted) setProblem(deskFailure(error))
        },
      )
      .finally(() => {
        if (!asking.signal.aborted) setIsAsking(false)
      })
  }, [ask])
  useEffect(() => {
    askAgain()
    window.addEventListener('focus', askAgain)
    window.addEventListener('online', askAgain)
    return () => {
      current.current?.abort()
      window.removeEventListener('focus', askAgain)
      window.removeEventListener('online', askAgain)
    }
  }, [askAgain])
  const isAway = problem?.code === 'network'
  useEffect(() => {
    if (!isAway || isAsking) return
    const timer = setTimeout(askAgain, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isAway, isAsking, askAgain])
  return { answer, problem, isAsking, askAgain }
}
