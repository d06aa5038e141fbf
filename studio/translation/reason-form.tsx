import { Button, Card, Flex, Label, Stack, TextArea } from '@sanity/ui'
import { useId, useState } from 'react'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import { useReturnFocus } from '../desk/use-return-focus.ts'
import { textOf } from './text-of.ts'

type Props = {
  question: string
  confirm: string
  tone: 'caution' | 'critical'
  onReason: (reason: string) => void
  onCancel: () => void
}

/** Asks why, in a line, before something is taken from others. Escape leaves it. */
export function ReasonForm({ question, confirm, tone, onReason, onCancel }: Props) {
  useReturnFocus(textOf)
  const id = useId()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  return (
    <Card
      padding={3}
      radius={2}
      border
      tone={tone}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <Stack gap={3}>
        <Label as="label" htmlFor={id} size={1}>
          {question}
        </Label>
        <TextArea
          id={id}
          autoFocus
          rows={2}
          maxLength={TEXT_LIMITS.line}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Flex gap={2}>
          <Button
            text={confirm}
            tone={tone}
            fontSize={1}
            padding={3}
            disabled={given === ''}
            onClick={() => onReason(given)}
          />
          <Button text="Cancel" mode="ghost" fontSize={1} padding={3} onClick={onCancel} />
        </Flex>
      </Stack>
    </Card>
  )
}
