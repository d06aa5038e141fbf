import { Stack, Text } from '@sanity/ui'
import type { DeskRefusal } from '#content/model/desk.ts'
import { useReturnFocus } from '../desk/use-return-focus.ts'
import { FactInQuestion } from './fact-in-question.tsx'
import { RefusalList } from './refusal-list.tsx'

const NOTHING = 'Nothing was published. Your draft is kept.'
// The Studio's own, which is closed while the desk is asked.
const PUBLISH = '[data-testid="action-publish"]'
const FACTS: readonly string[] = ['helpline', 'service']

/** Why nothing was published: each thing with its way out, and the steps of verification where facts are new. */
export function RefusalsContent({
  id,
  type,
  refusals,
  onFollow,
}: {
  id: string
  type: string
  refusals: readonly DeskRefusal[]
  onFollow: () => void
}) {
  useReturnFocus(() => document.querySelector<HTMLElement>(PUBLISH))
  return (
    <Stack gap={4}>
      <Text size={1}>{NOTHING}</Text>
      <RefusalList refusals={refusals} onFollow={onFollow} />
      {FACTS.includes(type) && <FactInQuestion id={id} />}
    </Stack>
  )
}
