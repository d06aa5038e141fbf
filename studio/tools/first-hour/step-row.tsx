import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CircleIcon } from '@sanity/icons/Circle'
import { ClockIcon } from '@sanity/icons/Clock'
import { Badge, Box, Card, Flex, Inline, Stack, Text } from '@sanity/ui'
import { TextLink } from '../../desk/text-link.tsx'
import type { Step } from './step.ts'
import { STEP_WORDS } from './step-words.ts'
import { TargetButton } from './target-button.tsx'

const STATES = {
  done: { word: 'Done', tone: 'positive', Sign: CheckmarkCircleIcon },
  'to-do': { word: 'To do', tone: 'default', Sign: CircleIcon },
  waiting: { word: 'Waiting for someone', tone: 'caution', Sign: ClockIcon },
} as const
const EARLIER = 'An earlier step comes first.'

/** One step: why, how it stands, and the button to it. `isNext` is the one to go on with. */
export function StepRow({ step, at, isNext }: { step: Step; at: number; isNext: boolean }) {
  const { title, why, button } = STEP_WORDS[step.name]
  const { word, tone, Sign } = STATES[step.state]
  const isLocked = step.target === undefined && step.links.length === 0 && step.state !== 'done'
  return (
    <Card
      as="li"
      border
      radius={2}
      padding={4}
      tone={isNext ? 'primary' : 'default'}
      aria-current={isNext ? 'step' : undefined}
      style={{ listStyle: 'none' }}
    >
      <Flex gap={4} align="flex-start" wrap="wrap">
        <Box style={{ flex: '1 1 20rem' }}>
          <Stack gap={3}>
            <Flex gap={3} align="center" wrap="wrap">
              <Text as="h2" size={1} weight="semibold">
                {at}. {title}
              </Text>
              <Flex gap={2} align="center">
                <Text size={1} aria-hidden>
                  <Sign />
                </Text>
                <Badge tone={tone} fontSize={1}>
                  {word}
                </Badge>
              </Flex>
            </Flex>
            <Text size={1}>{why}</Text>
            {step.note !== undefined && (
              <Text size={1} muted>
                {step.note}
              </Text>
            )}
            {isLocked && (
              <Text size={1} muted>
                {EARLIER}
              </Text>
            )}
            {step.links.length > 0 && (
              <Inline gap={4}>
                {step.links.map(({ href, label }) => (
                  <Text key={href} size={1}>
                    <TextLink href={href} target="_blank" rel="noreferrer">
                      {label}
                    </TextLink>
                  </Text>
                ))}
              </Inline>
            )}
          </Stack>
        </Box>
        {step.target && (
          <TargetButton
            target={step.target}
            text={button}
            isDone={step.state === 'done'}
            isNext={isNext}
          />
        )}
      </Flex>
    </Card>
  )
}
