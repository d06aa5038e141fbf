import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ClockIcon } from '@sanity/icons/Clock'
import { CloseCircleIcon } from '@sanity/icons/CloseCircle'
import { HelpCircleIcon } from '@sanity/icons/HelpCircle'
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import { Badge, Flex, Text } from '@sanity/ui'
import type { Freshness } from '#content/model/desk.ts'

const STATES = {
  green: { word: 'Checked', tone: 'positive', Sign: CheckmarkCircleIcon },
  amber: { word: 'Due', tone: 'caution', Sign: ClockIcon },
  lapsed: { word: 'Lapsed', tone: 'critical', Sign: WarningOutlineIcon },
  never: { word: 'Never verified', tone: 'critical', Sign: HelpCircleIcon },
  withdrawn: { word: 'Withdrawn', tone: 'critical', Sign: CloseCircleIcon },
} as const

/** How a fact's verification stands: a word, with a sign of its own. */
export function StateBadge({ freshness }: { freshness: Freshness }) {
  const { word, tone, Sign } = STATES[freshness]
  return (
    <Flex align="center" gap={2}>
      <Text size={1} aria-hidden>
        <Sign />
      </Text>
      <Badge tone={tone} fontSize={1}>
        {word}
      </Badge>
    </Flex>
  )
}
