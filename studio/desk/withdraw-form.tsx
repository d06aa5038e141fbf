import { Box, Button, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { type WithdrawOrder, withdrawAnswer } from '#content/model/desk.ts'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import { askDesk, type DeskProblem } from './ask-desk.ts'
import { deskFailure } from './desk-failure.ts'
import { ProblemCard } from './problem-card.tsx'
import { useKept } from './use-kept.ts'

const READY_REASONS = [
  'The number is no longer theirs',
  'Nobody answers',
  'Somebody dangerous answers',
  'The service has closed',
] as const
const WHY = 'Why? Choose, or say it in your own words'
const EFFECT = 'It goes from every page, screen and new poster at once. Nobody has to approve it.'
const NO_STANDBY = 'No helpline is named to take over: the next one of each place comes first.'
const NOW = 'Withdraw now'

export type Withdrawn = z.infer<typeof withdrawAnswer>

/** A reason and one button: gone everywhere at once. What was typed stays until it is sent. */
export function WithdrawForm({
  id,
  standby,
  onDone,
}: {
  id: string
  standby: string | undefined
  onDone: (answer: Withdrawn) => void
}) {
  const field = useId()
  const reason = useKept(`withdraw:${id}`)
  const [problem, setProblem] = useState<DeskProblem>()
  const [isSending, setIsSending] = useState(false)
  const isMissing = reason.text.trim() === ''
  const send = () => {
    const order: WithdrawOrder = { id, reason: reason.text.trim() }
    setIsSending(true)
    setProblem(undefined)
    askDesk({ path: 'withdraw', body: order, answer: withdrawAnswer })
      .then(
        (answer) => {
          reason.forget()
          onDone(answer)
        },
        (error: unknown) => setProblem(deskFailure(error)),
      )
      .finally(() => setIsSending(false))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isMissing && !isSending) send()
      }}
    >
      <Stack gap={4}>
        <Text size={1}>{EFFECT}</Text>
        <Text size={1}>
          {standby === undefined ? NO_STANDBY : `${standby} takes over at once.`}
        </Text>
        <Text as="label" size={1} weight="medium" htmlFor={field}>
          {WHY}
        </Text>
        <Flex gap={2} wrap="wrap">
          {READY_REASONS.map((text) => (
            <Button
              key={text}
              mode="ghost"
              fontSize={1}
              padding={2}
              text={text}
              aria-pressed={reason.text === text}
              selected={reason.text === text}
              onClick={() => reason.write(text)}
            />
          ))}
        </Flex>
        <TextInput
          id={field}
          fontSize={1}
          aria-required
          maxLength={TEXT_LIMITS.line}
          value={reason.text}
          onChange={({ currentTarget }) => reason.write(currentTarget.value)}
        />
        {problem && <ProblemCard problem={problem} again={send} />}
        <Box>
          <Button
            type="submit"
            tone="critical"
            fontSize={1}
            padding={3}
            text={NOW}
            loading={isSending}
            disabled={isSending || isMissing}
          />
        </Box>
      </Stack>
    </form>
  )
}
