import { Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { FollowedList } from './followed-list.tsx'
import { WithdrawForm, type Withdrawn } from './withdraw-form.tsx'

const NOBODY = 'Nobody could be written to: call those who run it.'
const PHONE = 'Open on a phone'

/** Withdraw now, and then what has followed. `isWithdrawn` begins with the second. */
export function WithdrawPanel({
  id,
  standby,
  isWithdrawn,
  onDone,
}: {
  id: string
  standby: string | undefined
  isWithdrawn: boolean
  onDone?: () => void
}) {
  const [answer, setAnswer] = useState<Withdrawn>()
  const isOver = isWithdrawn || answer !== undefined
  return (
    <Stack gap={4}>
      {!isOver && (
        <WithdrawForm
          id={id}
          standby={standby}
          onDone={(kept) => {
            setAnswer(kept)
            onDone?.()
          }}
        />
      )}
      {answer && (
        <Text size={1} role="status">
          Withdrawn. {answer.standby !== undefined && `${answer.standby} has taken over. `}
          {answer.told.length > 0 ? `Told: ${answer.told.join(', ')}. ` : `${NOBODY} `}
          {answer.untold.length > 0 && `Not reached: ${answer.untold.join(', ')}.`}
        </Text>
      )}
      {isOver && <FollowedList id={id} />}
      <Text size={1}>
        <a href={`/withdraw/${id}`} target="_blank" rel="noreferrer">
          {PHONE}
        </a>
      </Text>
    </Stack>
  )
}
