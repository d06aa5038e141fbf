import { useCallback, useEffect, useRef, useState } from 'react'
import { type PreviewAnswer, previewAnswer } from '#content/model/desk.ts'
import { askDesk, DeskProblem } from '../desk/ask-desk.ts'

/** A token is changed for another while it still lives this long. */
const SPARE_MS = 5 * 60_000
const LOOK_MS = 30_000

/** What there is to look at, and why not. `renew` asks for another token, such as after a restart of the server. */
export type PreviewState = {
  answer: PreviewAnswer | undefined
  problem: DeskProblem | undefined
  renew: () => void
}

/** Lets whoever is signed in look at a document; asks again when it changes, and keeps the token while it lives. */
export function usePreview(id: string, revision: string | undefined): PreviewState {
  const [answer, setAnswer] = useState<PreviewAnswer>()
  const [problem, setProblem] = useState<DeskProblem>()
  const current = useRef<AbortController>(null)
  const renewedAt = useRef(0)
  const ask = useCallback(() => {
    current.current?.abort()
    const asking = new AbortController()
    current.current = asking
    askDesk({ path: 'previews', body: { id }, answer: previewAnswer, signal: asking.signal }).then(
      (next) => {
        if (asking.signal.aborted) return
        setProblem(undefined)
        setAnswer((before) => (before && isLiving(before) ? { ...next, ...tokenOf(before) } : next))
      },
      (error: unknown) => {
        if (asking.signal.aborted) return
        setProblem(error instanceof DeskProblem ? error : new DeskProblem('server', FAILED))
      },
    )
  }, [id])
  const renew = useCallback(() => {
    // What another token does not mend is not asked for again and again.
    if (Date.now() - renewedAt.current < LOOK_MS) return
    renewedAt.current = Date.now()
    setAnswer(undefined)
    ask()
  }, [ask])
  useEffect(() => {
    if (revision === undefined) return
    ask()
    return () => current.current?.abort()
  }, [ask, revision])
  useEffect(() => {
    const timer = setInterval(() => {
      if (answer && !isLiving(answer)) ask()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [answer, ask])
  return { answer, problem, renew }
}

const FAILED = 'The preview cannot be had just now. What you wrote is kept. Try again in a moment.'

function isLiving({ expiresAt }: PreviewAnswer): boolean {
  return Date.parse(expiresAt) - Date.now() > SPARE_MS
}

function tokenOf({ token, expiresAt }: PreviewAnswer) {
  return { token, expiresAt }
}
