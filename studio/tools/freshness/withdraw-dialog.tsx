import { Box, Dialog } from '@sanity/ui'
import type { Fact } from '#content/model/desk.ts'
import { useReturnFocus } from '../../desk/use-return-focus.ts'
import { WithdrawPanel } from '../../desk/withdraw-panel.tsx'

const WITHDRAW = 'Withdraw'
const FOLLOWED = 'What has followed'

/** Withdraws a helpline or service from the list, and shows what has followed. */
export function WithdrawDialog({
  fact,
  onDone,
  onClose,
}: {
  fact: Fact
  onDone: (outcome: string) => void
  onClose: () => void
}) {
  useReturnFocus(() => document.getElementById(`fact-${fact.id}`))
  const isWithdrawn = fact.freshness === 'withdrawn'
  return (
    <Dialog
      id="withdraw"
      header={`${isWithdrawn ? FOLLOWED : WITHDRAW}: ${fact.title}`}
      width={1}
      onClose={onClose}
    >
      <Box padding={4}>
        <WithdrawPanel
          id={fact.id}
          standby={fact.standby}
          isWithdrawn={isWithdrawn}
          onDone={() => onDone(`${fact.title} is withdrawn.`)}
        />
      </Box>
    </Dialog>
  )
}
