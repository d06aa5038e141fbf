import { useState } from 'react'
import type { DocumentActionComponent } from 'sanity'
import { ReasonForm } from './reason-form.tsx'
import { useGuide } from './use-guide.ts'
import { useGuideReview } from './use-guide-review.ts'
import { useTextRights } from './use-text-rights.ts'

/** Hands a guide to a reviewer. */
export const submitGuide: DocumentActionComponent = ({ id }) => {
  const view = useGuide(id)
  const { mayWrite } = useTextRights()
  const { isBusy, review } = useGuideReview(id, view)
  const isOpen = ['draft', 'machine-unreviewed', 'sent-back'].includes(view.state)
  if (!mayWrite || !isOpen) return null
  return {
    label: 'Submit for review',
    disabled: isBusy,
    onHandle: () => void review({ kind: 'submit' }),
  }
}

/** Lets a guide's words out, with the next publication. */
export const approveGuide: DocumentActionComponent = ({ id }) => {
  const view = useGuide(id)
  const { mayReview } = useTextRights()
  const { isBusy, review } = useGuideReview(id, view)
  if (!mayReview || ['missing', 'approved', 'outdated'].includes(view.state)) return null
  return {
    label: 'Approve',
    tone: 'positive',
    disabled: isBusy,
    onHandle: () => void review({ kind: 'approve' }),
  }
}

/** Gives a guide back to who wrote it, with a reason. */
export const sendGuideBack: DocumentActionComponent = ({ id }) => {
  const [isAsking, setIsAsking] = useState(false)
  const view = useGuide(id)
  const { mayReview } = useTextRights()
  const { isBusy, review } = useGuideReview(id, view)
  if (!mayReview || !['in-review', 'machine-unreviewed'].includes(view.state)) return null
  const close = () => setIsAsking(false)
  return {
    label: 'Send back',
    disabled: isBusy,
    onHandle: () => setIsAsking(true),
    dialog: isAsking && {
      type: 'dialog',
      header: 'Send this guide back',
      onClose: close,
      content: (
        <ReasonForm
          question="What should be different? The author reads it."
          confirm="Send back"
          tone="caution"
          onCancel={close}
          onReason={(reason) => {
            close()
            void review({ kind: 'send-back', reason })
          }}
        />
      ),
    },
  }
}

/** Takes a guide from the public at once, in its language; it comes back by a new approval. */
export const withdrawGuide: DocumentActionComponent = ({ id }) => {
  const [isAsking, setIsAsking] = useState(false)
  const view = useGuide(id)
  const { mayReview } = useTextRights()
  const { isBusy, review } = useGuideReview(id, view)
  const isLetOut = view.guide?.approved !== undefined
  if (!mayReview || !isLetOut || view.state === 'withdrawn') return null
  const close = () => setIsAsking(false)
  return {
    label: 'Withdraw this guide',
    tone: 'critical',
    disabled: isBusy,
    onHandle: () => setIsAsking(true),
    dialog: isAsking && {
      type: 'dialog',
      header: 'Withdraw this guide',
      onClose: close,
      content: (
        <ReasonForm
          question="Why may nobody read this guide any more? It goes from public at once, in this language."
          confirm="Withdraw this guide"
          tone="critical"
          onCancel={close}
          onReason={(reason) => {
            close()
            void review({ kind: 'withdraw', reason })
          }}
        />
      ),
    },
  }
}

/** Says that a translated guide is one of the English as it stands now. */
export const matchGuide: DocumentActionComponent = ({ id }) => {
  const view = useGuide(id)
  const { mayWrite } = useTextRights()
  const { isBusy, review } = useGuideReview(id, view)
  const isOlder = view.state === 'outdated'
  if (!mayWrite || !isOlder) return null
  return {
    label: 'Still right for the source as it stands',
    disabled: isBusy,
    onHandle: () => void review({ kind: 'match' }),
  }
}
