import { Card, Flex, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { useFormValue } from 'sanity'
import { PersonAndDay } from './person-and-day.tsx'
import { StateChip } from './state-chip.tsx'
import { useGuide } from './use-guide.ts'

/** Says above the form of a guide where it stands. */
export function GuideHead({ children }: { children: ReactNode }) {
  const { guide, state } = useGuide(String(useFormValue(['_id'])))
  return (
    <Stack gap={5}>
      <Card border radius={2} padding={3} data-testid="guide-head">
        <Stack gap={3}>
          <Flex gap={3} align="center" wrap="wrap">
            <StateChip state={state} />
            {guide?.approved && (
              <Text size={1} muted>
                {state === 'approved' || state === 'outdated'
                  ? 'Approved by '
                  : 'Other words approved by '}
                <PersonAndDay id={guide.approved.approvedBy} day={guide.approved.approvedOn} />
              </Text>
            )}
          </Flex>
          {guide?.withdrawn && (
            <Text size={1}>
              Withdrawn by{' '}
              <PersonAndDay id={guide.withdrawn.withdrawnBy} day={guide.withdrawn.withdrawnOn} />:{' '}
              {guide.withdrawn.reason}. Nobody can read it. Correct it, then approve and publish it
              to let it out again.
            </Text>
          )}
          {guide?.rejected && (
            <Text size={1}>
              Sent back by{' '}
              <PersonAndDay id={guide.rejected.rejectedBy} day={guide.rejected.rejectedOn} />:{' '}
              {guide.rejected.reason}
            </Text>
          )}
          {state === 'outdated' && (
            <Text size={1}>
              The English guide was changed. Open “Source and review” above to see what.
            </Text>
          )}
        </Stack>
      </Card>
      {children}
    </Stack>
  )
}
