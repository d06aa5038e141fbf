import { Box, Card, Container, Flex, Select, Spinner, Stack, Text } from '@sanity/ui'
import { useCallback } from 'react'
import { useRouter } from 'sanity/router'
import { type ScansAnswer, scansAnswer } from '#content/model/desk.ts'
import { askDesk } from '../../desk/ask-desk.ts'
import { exactDay } from '../../desk/day-words.ts'
import { ProblemCard } from '../../desk/problem-card.tsx'
import { useAnswer } from '../../desk/use-answer.ts'
import { ScansTable } from './scans-table.tsx'
import { SheetButtons } from './sheet-buttons.tsx'

const LOADING = 'Reading the closed weeks …'
const NO_CAMPAIGN =
  'No campaign of yours is public yet. Publish one, and hang a placement with its code: scans are told to those who work for an organisation of the campaign.'
const PEOPLE = 'Scans, not people: robots and repeats are in it.'
const SMALL = 'Fewer than 11: a figure so small might point to somebody, so nobody is told it.'
const HELD_BACK = 'Held back: from this total such a figure could be worked out.'
const NONE = '–: nothing hung there as the week ended.'
const NOISY =
  'Each figure was changed a little by chance before it was told (WAYMARK_SCAN_EPSILON).'
const SAMPLE = 'SAMPLE: this is the demo, and its past weeks are made up.'

/** How often printed codes were opened, campaign by campaign, in weeks that are closed. */
export function ScansView() {
  const { state, navigate } = useRouter()
  const campaign = typeof state['campaign'] === 'string' ? state['campaign'] : undefined
  const ask = useCallback(
    (signal: AbortSignal) =>
      askDesk({
        path: 'scans',
        ...(campaign !== undefined && { query: { campaign } }),
        answer: scansAnswer,
        signal,
      }),
    [campaign],
  )
  const { answer, problem, isAsking, askAgain } = useAnswer(ask)
  const toFirst = () => navigate({})
  return (
    <Card as="main" height="fill" overflow="auto" tone="transparent">
      <Container width={5} padding={4}>
        <Stack gap={4}>
          <Flex gap={3} align="center">
            <Text as="h1" size={4} weight="bold">
              Scans
            </Text>
            {isAsking && answer !== undefined && <Spinner muted />}
          </Flex>
          {problem && (
            <ProblemCard
              problem={problem}
              again={problem.code === 'not-yours' ? toFirst : askAgain}
            />
          )}
          {answer === undefined && problem === undefined && (
            <Flex gap={3} align="center" role="status">
              <Spinner muted />
              <Text size={1}>{LOADING}</Text>
            </Flex>
          )}
          {answer && <Weeks answer={answer} choose={(id) => navigate({ campaign: id })} />}
        </Stack>
      </Container>
    </Card>
  )
}

function Weeks({ answer, choose }: { answer: ScansAnswer; choose: (id: string) => void }) {
  const { campaigns, chosen, nextOn, isSample, isNoisy } = answer
  const name = campaigns.find(({ id }) => id === chosen?.id)?.name
  if (chosen === undefined || name === undefined) return <Text size={1}>{NO_CAMPAIGN}</Text>
  const { id, weeks } = chosen
  const sheet = { campaign: name, weeks, isSample }
  return (
    <Stack gap={4}>
      <Flex gap={3} align="flex-end" wrap="wrap">
        <Box style={{ flex: '1 1 14rem', maxInlineSize: '28rem' }}>
          <Select
            fontSize={1}
            aria-label="Campaign"
            value={id}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {campaigns.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Box>
        {weeks.length > 0 && <SheetButtons {...sheet} />}
      </Flex>
      {isSample && (
        <Text size={1} weight="semibold">
          {SAMPLE}
        </Text>
      )}
      <Text size={1}>
        {weeks.length === 0 ? 'No week of this campaign is closed yet. ' : `${PEOPLE} `}
        The week that runs now is told from {exactDay(nextOn)} on
        {weeks.length === 0 ? ', for what hangs then.' : '.'}
      </Text>
      {weeks.length > 0 && <ScansTable campaign={name} weeks={weeks} />}
      {weeks.length > 0 && (
        <Stack gap={3}>
          {[SMALL, HELD_BACK, NONE, ...(isNoisy ? [NOISY] : [])].map((words) => (
            <Text key={words} size={1} muted>
              {words}
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  )
}
