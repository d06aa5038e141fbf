import { CloseCircleIcon } from '@sanity/icons/CloseCircle'
import { Box, Card, Flex, Stack, Text } from '@sanity/ui'
import { z } from 'zod'
import { withdrawal } from '#content/model/verification.ts'
import { exactMoment } from './day-words.ts'
import { Person } from './person.tsx'

const BACK =
  'To bring it back, two people check it anew: the first says “I have checked it”, the second confirms.'
const STEPS = 'Go to the two steps'
const whole = z.object({ withdrawal })

/** Above a withdrawn helpline or service: who, when, why, and how to bring it back. */
export function WithdrawnBanner({ id, document }: { id: string; document: unknown }) {
  const { data } = whole.safeParse(document)
  if (data === undefined) return null
  const { withdrawnAt, withdrawnBy, reason } = data.withdrawal
  return (
    <Card tone="critical" border radius={2} padding={4} role="status">
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <CloseCircleIcon />
        </Text>
        <Box flex={1}>
          <Stack gap={3}>
            <Text size={1} weight="semibold">
              Withdrawn on <time dateTime={withdrawnAt}>{exactMoment(withdrawnAt)}</time> by{' '}
              <Person id={withdrawnBy} />
            </Text>
            <Text size={1}>{reason}</Text>
            <Text size={1}>
              {BACK} <a href={`/studio/freshness/${id}`}>{STEPS}</a>.
            </Text>
          </Stack>
        </Box>
      </Flex>
    </Card>
  )
}
