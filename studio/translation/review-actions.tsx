import { Button, Flex, Stack } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import type { ReviewAct } from './decide-review.ts'
import type { OfferedActs } from './offered-acts.ts'
import { ReasonForm } from './reason-form.tsx'
import { textOf } from './text-of.ts'

const ASKED = {
  'send-back': {
    question: 'What should be different? The author reads it.',
    confirm: 'Send back',
    tone: 'caution',
  },
  withdraw: {
    question: 'Why may nobody see this text any more? It goes from public at once.',
    confirm: 'Withdraw this text',
    tone: 'critical',
  },
} as const

const SUBMIT_KEYS = { keys: 'Control+Enter', shown: 'Ctrl+Enter' } as const
const APPROVE_KEYS = { keys: 'Control+Shift+Enter', shown: 'Ctrl+Shift+Enter' } as const

type Props = {
  acts: OfferedActs
  isBusy: boolean
  onAct: (act: ReviewAct) => void
}

/** The buttons under a text. Two of them have keys, which the text itself listens to as well. */
export function ReviewActions({ acts, isBusy, onAct }: Props) {
  const [asking, setAsking] = useState<keyof typeof ASKED>()
  const buttons = useRef<HTMLDivElement>(null)
  const hasActed = useRef(false)
  // What was pressed is gone once it is done: the focus stays with the text.
  useEffect(() => {
    if (!hasActed.current || isBusy || document.activeElement !== document.body) return
    hasActed.current = false
    if (buttons.current) textOf(buttons.current)?.focus()
  })
  const act = (one: ReviewAct) => {
    hasActed.current = true
    onAct(one)
  }
  const plain = { fontSize: 1, padding: 3, disabled: isBusy } as const
  return (
    <Stack gap={3} ref={buttons} onFocus={() => (hasActed.current = false)}>
      <Flex gap={2} wrap="wrap">
        {acts.submit && (
          <Button
            {...plain}
            text="Submit for review"
            tone="primary"
            title={SUBMIT_KEYS.shown}
            aria-keyshortcuts={SUBMIT_KEYS.keys}
            onClick={() => act({ kind: 'submit' })}
          />
        )}
        {acts.approve && (
          <Button
            {...plain}
            text={acts.approve}
            tone="positive"
            mode={acts.submit ? 'ghost' : 'default'}
            title={APPROVE_KEYS.shown}
            aria-keyshortcuts={APPROVE_KEYS.keys}
            onClick={() => act({ kind: 'approve' })}
          />
        )}
        {acts.sendBack && (
          <Button {...plain} text="Send back" mode="ghost" onClick={() => setAsking('send-back')} />
        )}
        {acts.withdraw && (
          <Button
            {...plain}
            text="Withdraw this text"
            mode="bleed"
            tone="critical"
            onClick={() => setAsking('withdraw')}
          />
        )}
      </Flex>
      {asking && (
        <ReasonForm
          {...ASKED[asking]}
          onCancel={() => setAsking(undefined)}
          onReason={(reason) => {
            setAsking(undefined)
            act({ kind: asking, reason })
          }}
        />
      )}
    </Stack>
  )
}

/** What the keys pressed in a text do, as far as it is offered; `undefined` where they write. */
export function actOfKeys(
  event: { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
  acts: OfferedActs,
): ReviewAct | undefined {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return undefined
  if (event.shiftKey) return acts.approve ? { kind: 'approve' } : undefined
  return acts.submit ? { kind: 'submit' } : undefined
}
