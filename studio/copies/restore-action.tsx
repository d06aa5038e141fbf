import { Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { type DocumentActionComponent, type DocumentActionDescription, useClient } from 'sanity'
import { useRouter } from 'sanity/router'
import { API } from '../translation/api-version.ts'
import { reviewFailure } from '../translation/review-failure.ts'
import { restoreRevision } from './restore-revision.ts'

const WHAT_COMES = 'The words and facts of then come back as a draft. Nothing public changes yet.'
const WHAT_STAYS =
  'Approvals, verifications and withdrawals stay as they are now, and so do recordings and printed codes: what was said then is not said again. Words that differ from the approved ones have to be approved, facts that differ have to be verified by two.'
const RESTORING = 'Reverting …'
const FAILED = 'It was not reverted'

type Stage =
  | { name: 'idle' | 'asking' | 'restoring' }
  /** With the reason. */
  | { name: 'failed'; words: string }

/** The Studio's restoring of an old revision, without the words that people gave then. */
export function restoreWords(usual: DocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const offered = usual(props)
    return useRestoring(props, offered)
  }
  return Object.assign(action, { action: 'restore', displayName: 'RestoreWords' } as const)
}

function useRestoring(
  { id, type, revision }: { id: string; type: string; revision?: string | undefined },
  usual: DocumentActionDescription | null,
): DocumentActionDescription | null {
  const [stage, setStage] = useState<Stage>({ name: 'idle' })
  const client = useClient(API)
  const { navigateIntent } = useRouter()
  if (usual === null || revision === undefined) return null
  const close = () => setStage({ name: 'idle' })
  const restore = () => {
    setStage({ name: 'restoring' })
    restoreRevision(client, { id, revision })
      .then((words) => {
        if (words !== undefined) return setStage({ name: 'failed', words })
        close()
        navigateIntent('edit', { id, type })
      })
      .catch((error: unknown) => setStage({ name: 'failed', words: reviewFailure(error) }))
  }
  return {
    ...usual,
    ...(stage.name === 'restoring' && { label: RESTORING, disabled: true }),
    onHandle: () => setStage({ name: 'asking' }),
    dialog: dialogOf(stage, { close, restore }),
  }
}

function dialogOf(
  stage: Stage,
  { close, restore }: { close: () => void; restore: () => void },
): NonNullable<DocumentActionDescription['dialog']> {
  switch (stage.name) {
    case 'idle':
    case 'restoring':
      return false
    case 'asking':
      return {
        type: 'confirm',
        tone: 'caution',
        onCancel: close,
        onConfirm: restore,
        confirmButtonText: 'Revert',
        message: (
          <Stack gap={3}>
            <Text size={1}>{WHAT_COMES}</Text>
            <Text size={1}>{WHAT_STAYS}</Text>
          </Stack>
        ),
      }
    case 'failed':
      return {
        type: 'dialog',
        header: FAILED,
        onClose: close,
        content: (
          <Text size={1} role="alert">
            {stage.words}
          </Text>
        ),
      }
  }
}
