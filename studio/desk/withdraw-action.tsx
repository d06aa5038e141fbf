import { RemoveCircleIcon } from '@sanity/icons/RemoveCircle'
import { Card, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import type { DocumentActionComponent } from 'sanity'
import { ActionDialog } from './action-dialog.tsx'
import { ProblemCard } from './problem-card.tsx'
import { useFacts } from './use-facts.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { WithdrawPanel } from './withdraw-panel.tsx'

const NOW = 'Withdraw now'
const FOLLOWED = 'What has followed'
const UNPUBLISHED = 'It is not public: there is nothing to withdraw.'
const NOT_YOURS = 'Your role may not withdraw it. Tell an editor of the organisation at once.'
const LOADING = 'Reading …'
// The Studio's own, from which this was chosen.
const MENU = '[data-testid="action-menu-button"]'

/** On every helpline and service: gone everywhere at once, with a reason. */
export const WithdrawAction: DocumentActionComponent = ({ id, published }) => {
  const [isOpen, setIsOpen] = useState(false)
  const isWithdrawn = published?.['withdrawal'] !== undefined
  const label = isWithdrawn ? FOLLOWED : NOW
  return {
    label,
    icon: RemoveCircleIcon,
    tone: isWithdrawn ? 'default' : 'critical',
    disabled: published === null,
    ...(published === null && { title: UNPUBLISHED }),
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: label,
      width: 'medium',
      onClose: () => setIsOpen(false),
      content: (
        <ActionDialog onClose={() => setIsOpen(false)}>
          <Withdrawing id={id} isWithdrawn={isWithdrawn} />
        </ActionDialog>
      ),
    },
  }
}

function Withdrawing({ id, isWithdrawn }: { id: string; isWithdrawn: boolean }) {
  useReturnFocus(() => document.querySelector<HTMLElement>(MENU))
  const { answer, problem, askAgain } = useFacts()
  const [isDone, setIsDone] = useState(isWithdrawn)
  const fact = answer?.facts.find((one) => one.id === id)
  if (problem && answer === undefined) return <ProblemCard problem={problem} again={askAgain} />
  if (answer === undefined) return <Text size={1}>{LOADING}</Text>
  if (fact?.mayWithdraw === false && !isDone) {
    return (
      <Card tone="caution" border padding={3} radius={2}>
        <Text size={1}>{NOT_YOURS}</Text>
      </Card>
    )
  }
  return (
    <Stack>
      <WithdrawPanel
        id={id}
        standby={fact?.standby}
        isWithdrawn={isWithdrawn}
        onDone={() => setIsDone(true)}
      />
    </Stack>
  )
}
