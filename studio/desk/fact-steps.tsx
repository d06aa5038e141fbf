import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import type { Fact } from '#content/model/desk.ts'
import { ChangedWords } from './changed-words.tsx'
import { type FactStep, factStep, versionInQuestion } from './fact-step.ts'
import { PendingWords } from './pending-words.tsx'
import { RestoreButton } from './restore-button.tsx'
import { VerifyForm } from './verify-form.tsx'

const CHANGED = 'Drafted, not public yet'
const READY = 'Two people stand for the draft: it can be published.'
const LABELS = {
  verify: 'I have checked it',
  confirm: 'Confirm',
} as const
const DONE = {
  verify: 'Kept. A second person has to confirm it now.',
  confirm: 'Confirmed. Two people stand for it.',
} as const

/** What a helpline or service still needs, and the buttons for what the person who asks can do about it. */
export function FactSteps({
  fact,
  today,
  onDone,
}: {
  fact: Fact
  today: string
  /** With words that tell what has happened. */
  onDone: (outcome: string) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const hasTurned = useRef(false)
  // What was pressed makes room for the form, and the form for it.
  useEffect(() => {
    if (!hasTurned.current) return
    hasTurned.current = false
    const control = isOpen ? 'input:checked, input' : 'button'
    place.current?.querySelector<HTMLElement>(control)?.focus()
  })
  const turn = (next: boolean) => {
    hasTurned.current = true
    setIsOpen(next)
  }
  const question = versionInQuestion(fact)
  if (question === undefined) return null
  const { name, version } = question
  const step = factStep(version)
  const form = formOf(step)
  const isWithdrawn = fact.freshness === 'withdrawn'
  // A renewal is offered quietly until it is due.
  const isQuiet = step === 'renew' && fact.freshness === 'green'
  return (
    <Stack gap={3}>
      {fact.draft !== undefined && (
        <Card border radius={2} padding={3}>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {CHANGED}
            </Text>
            {fact.published && <ChangedWords from={fact.published} to={fact.draft} />}
            {fact.draft.isVerified && <Text size={1}>{READY}</Text>}
          </Stack>
        </Card>
      )}
      <PendingWords fact={fact} version={version} today={today} />
      {form !== undefined && !isOpen && (
        <Flex ref={place}>
          <Button
            mode={isQuiet ? 'ghost' : 'default'}
            tone={isQuiet ? 'default' : 'primary'}
            fontSize={1}
            padding={3}
            icon={CheckmarkIcon}
            text={LABELS[form]}
            onClick={() => turn(true)}
          />
        </Flex>
      )}
      {form !== undefined && isOpen && (
        <Card
          ref={place}
          border
          radius={2}
          padding={4}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            turn(false)
          }}
        >
          <VerifyForm
            id={fact.id}
            name={name}
            version={version}
            step={form}
            onCancel={() => turn(false)}
            onDone={() => {
              turn(false)
              onDone(DONE[form])
            }}
          />
        </Card>
      )}
      {isWithdrawn && fact.mayWithdraw && version.isVerified && (
        <RestoreButton id={fact.id} onDone={onDone} />
      )}
    </Stack>
  )
}

function formOf(step: FactStep): 'verify' | 'confirm' | undefined {
  if (step === 'verify' || step === 'renew') return 'verify'
  return step === 'confirm' ? 'confirm' : undefined
}
