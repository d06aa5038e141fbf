import { useEffect, useState } from 'react'
import { type Path, useClient, useCurrentUser, useSyncState } from 'sanity'
import type { TranslatedValue } from '#content/model/translation.ts'
import { API } from './api-version.ts'
import { commitReview, type Refusal } from './commit-review.ts'
import { decideReview, type ReviewAct } from './decide-review.ts'
import { reviewFailure } from './review-failure.ts'
import { reviewingNow } from './today.ts'

/** Where a text stands in a document. */
export type TextPlace = { documentId: string; documentType: string; path: Path }

/** What became of it, to be told. */
export type Outcome = { kind: 'done'; words: string } | Refusal

/** Does something to a text, and tells what became of it. */
export type Reviewer = {
  isBusy: boolean
  outcome: Outcome | undefined
  review: (act: ReviewAct) => void
}

const DONE = {
  submit: 'Submitted for review.',
  approve: 'Approved.',
  'send-back': 'Sent back.',
  withdraw: 'Withdrawn.',
} as const

/** Reviews of one text, each waiting until what was typed before is saved. */
export function useReview(
  { documentId, documentType, path }: TextPlace,
  { value, source }: { value: TranslatedValue | undefined; source: string },
): Reviewer {
  const client = useClient(API)
  const user = useCurrentUser()
  const { isSyncing } = useSyncState(documentId, documentType)
  const [waiting, setWaiting] = useState<{
    act: ReviewAct
    seen: TranslatedValue
    source: string
  }>()
  const [isBusy, setIsBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  useEffect(() => {
    if (waiting === undefined || isSyncing || user === null) return
    setWaiting(undefined)
    const reviewing = reviewingNow(user.id)
    const alsoInPublic = waiting.act.kind === 'withdraw'
    const decide = decideReview({ ...waiting, reviewing })
    commitReview(client, { id: documentId, path, decide, alsoInPublic })
      .then((refusal): Outcome => refusal ?? { kind: 'done', words: DONE[waiting.act.kind] })
      .catch((error: unknown): Outcome => ({ kind: 'refused', words: reviewFailure(error) }))
      .then((what) => {
        setOutcome(what)
        setIsBusy(false)
      })
  }, [client, documentId, isSyncing, path, user, waiting])
  return {
    isBusy,
    outcome,
    review: (act) => {
      if (value === undefined || isBusy) return
      setOutcome(undefined)
      setIsBusy(true)
      setWaiting({ act, seen: value, source })
    },
  }
}
