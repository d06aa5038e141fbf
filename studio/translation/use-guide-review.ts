import { useToast } from '@sanity/ui'
import { useState } from 'react'
import { getPublishedId, useClient, useCurrentUser, useSyncState } from 'sanity'
import { API } from './api-version.ts'
import { commitReview } from './commit-review.ts'
import { decideGuideReview, type GuideAct } from './guide-review.ts'
import { reviewFailure } from './review-failure.ts'
import { reviewingNow } from './today.ts'
import type { GuideView } from './use-guide.ts'

const DONE = {
  submit: 'Submitted for review.',
  approve: 'Approved. Publish it to let it out.',
  'send-back': 'Sent back.',
  match: 'Noted: it is a translation of the source as it stands.',
  withdraw: 'Withdrawn. Nobody can read it any more.',
} as const

/** Does something to a guide and tells what became of it; not while what was typed is being saved. */
export function useGuideReview(id: string, { guide, sourceText }: GuideView) {
  const client = useClient(API)
  const user = useCurrentUser()
  const toast = useToast()
  const { isSyncing } = useSyncState(getPublishedId(id), 'guide')
  const [isAsking, setIsAsking] = useState(false)
  const review = async (act: GuideAct) => {
    if (guide === undefined || user === null) return
    const reviewing = reviewingNow(user.id)
    const decide = decideGuideReview({ act, seen: guide, source: sourceText, reviewing })
    setIsAsking(true)
    try {
      const alsoInPublic = act.kind === 'withdraw'
      const refusal = await commitReview(client, { id, path: [], decide, alsoInPublic })
      if (refusal) toast.push({ status: 'warning', title: refusal.words })
      else toast.push({ status: 'success', title: DONE[act.kind] })
    } catch (error) {
      toast.push({ status: 'error', title: reviewFailure(error) })
    } finally {
      setIsAsking(false)
    }
  }
  return { isBusy: isAsking || isSyncing || user === null, review }
}
