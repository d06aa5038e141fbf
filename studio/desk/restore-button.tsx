import { Button, Flex, Stack } from '@sanity/ui'
import { useState } from 'react'
import { type RestoreOrder, writtenAnswer } from '#content/model/desk.ts'
import { askDesk, type DeskProblem } from './ask-desk.ts'
import { deskFailure } from './desk-failure.ts'
import { ProblemCard } from './problem-card.tsx'

const BACK = 'Bring it back'
const DONE = 'It is public again.'

/** Ends a withdrawal; the desk says what is missing where two people have not verified it since. */
export function RestoreButton({ id, onDone }: { id: string; onDone: (outcome: string) => void }) {
  const [problem, setProblem] = useState<DeskProblem>()
  const [isSending, setIsSending] = useState(false)
  const send = () => {
    const order: RestoreOrder = { id }
    setIsSending(true)
    setProblem(undefined)
    askDesk({ path: 'restore', body: order, answer: writtenAnswer })
      .then(
        () => onDone(DONE),
        (error: unknown) => setProblem(deskFailure(error)),
      )
      .finally(() => setIsSending(false))
  }
  return (
    <Stack gap={3}>
      <Flex>
        <Button
          mode="ghost"
          fontSize={1}
          padding={3}
          text={BACK}
          loading={isSending}
          disabled={isSending}
          onClick={send}
        />
      </Flex>
      {problem && <ProblemCard problem={problem} again={send} />}
    </Stack>
  )
}
