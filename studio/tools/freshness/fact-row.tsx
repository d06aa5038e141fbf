import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { IntentLink } from 'sanity/router'
import type { Fact } from '#content/model/desk.ts'
import { Day } from '../../desk/day.tsx'
import { factStep, versionInQuestion } from '../../desk/fact-step.ts'
import { FactSteps } from '../../desk/fact-steps.tsx'
import { languageName } from '../../desk/language-name.ts'
import { Numbers } from '../../desk/numbers.tsx'
import { StateBadge } from './state-badge.tsx'

const WITHDRAW = 'Withdraw'
const FOLLOWED = 'What has followed'
const NOBODY_YET = 'Never checked'
const STAYS = 'it would stay, with the day it was last checked'
const SHOWN_PLACES = 3

/** One helpline or service: what is public, when it lapses, what that would change, and what to do. */
export function FactRow({
  fact,
  today,
  onDone,
  onWithdraw,
}: {
  fact: Fact
  today: string
  onDone: (outcome: string) => void
  onWithdraw: () => void
}) {
  const version = fact.published ?? fact.draft
  const isWithdrawn = fact.freshness === 'withdrawn'
  return (
    <Card
      as="li"
      border
      radius={2}
      padding={4}
      id={`fact-${fact.id}`}
      data-fact={fact.id}
      tabIndex={-1}
      aria-labelledby={`title-${fact.id}`}
      style={{ listStyle: 'none' }}
    >
      <Stack gap={4}>
        <Flex gap={4} wrap="wrap" align="flex-start">
          <Box style={{ flex: '3 1 14rem' }}>
            <Stack gap={3}>
              <Text as="h3" size={1} weight="semibold" id={`title-${fact.id}`}>
                <IntentLink intent="edit" params={{ id: fact.id, type: fact.type }}>
                  {fact.title}
                </IntentLink>
              </Text>
              <Text size={1} muted>
                {fact.organization}
              </Text>
              <StateBadge freshness={fact.freshness} />
            </Stack>
          </Box>
          <Box style={{ flex: '2 1 9rem' }}>
            <Text size={1}>{version && <Numbers numbers={version.numbers} />}</Text>
          </Box>
          <Box style={{ flex: '3 1 13rem' }}>
            <Stack gap={3}>
              <Text size={1}>
                <bdi dir="ltr">{version?.hours}</bdi>
              </Text>
              <Text size={1} muted>
                {version?.languages.map(languageName).join(', ')}
              </Text>
            </Stack>
          </Box>
          <Box style={{ flex: '2 1 10rem' }}>
            <Stack gap={3}>
              <Text size={1}>
                {fact.verifiedOn === undefined ? (
                  NOBODY_YET
                ) : (
                  <>
                    Last checked <Day day={fact.verifiedOn} today={today} />
                  </>
                )}
              </Text>
              {fact.lapsesOn !== undefined && !isWithdrawn && (
                <Text size={1} muted>
                  {fact.lapsesOn > today ? 'Lapses ' : 'Lapsed '}
                  <Day day={fact.lapsesOn} today={today} />
                </Text>
              )}
            </Stack>
          </Box>
          <Flex justify="flex-end" style={{ flex: '0 0 9rem', marginInlineStart: 'auto' }}>
            {(fact.mayWithdraw || isWithdrawn) && (
              <Button
                mode="ghost"
                tone={isWithdrawn ? 'default' : 'critical'}
                fontSize={1}
                padding={3}
                text={isWithdrawn ? FOLLOWED : WITHDRAW}
                aria-describedby={`title-${fact.id}`}
                onClick={onWithdraw}
              />
            )}
          </Flex>
        </Flex>
        {!isWithdrawn && <Consequences fact={fact} today={today} />}
        <FactSteps fact={fact} today={today} onDone={onDone} />
      </Stack>
    </Card>
  )
}

function Consequences({ fact, today }: { fact: Fact; today: string }) {
  const { ifItLapses, lapsesOn } = fact
  const question = versionInQuestion(fact)
  const isCalm = question === undefined || factStep(question.version) === 'none'
  if (ifItLapses.length === 0 || (isCalm && fact.freshness === 'green')) return null
  const more = ifItLapses.length - SHOWN_PLACES
  const hasLapsed = lapsesOn !== undefined && lapsesOn <= today
  return (
    <Text size={1} muted>
      {hasLapsed ? 'Since it has lapsed: ' : 'If it lapses: '}
      {ifItLapses
        .slice(0, SHOWN_PLACES)
        .map(({ place, first }) =>
          first === undefined ? `at ${place} ${STAYS}` : `at ${place}, ${first} would come first`,
        )
        .join('; ')}
      {more > 0 && `; and at ${more} more ${more === 1 ? 'place' : 'places'}`}.
    </Text>
  )
}
