import { useCallback, useEffect } from 'react'
import { type FollowedAnswer, followedAnswer } from '#content/model/desk.ts'
import { askDesk } from './ask-desk.ts'
import { hasAllFollowed } from './followed-count.ts'
import { type Asked, useAnswer } from './use-answer.ts'

const EVERY_MS = 2000

/** What has followed a withdrawal: asked every two seconds until all that follows by itself has. */
export function useFollowed(id: string): Asked<FollowedAnswer> {
  const ask = useCallback(
    (signal: AbortSignal) =>
      askDesk({ path: 'followed', query: { id }, answer: followedAnswer, signal }),
    [id],
  )
  const asked = useAnswer(ask)
  const { answer, isAsking, askAgain } = asked
  const isOver = answer !== undefined && hasAllFollowed(answer)
  useEffect(() => {
    if (isOver || isAsking) return
    const timer = setTimeout(askAgain, EVERY_MS)
    return () => clearTimeout(timer)
  }, [isOver, isAsking, askAgain])
  return asked
}
