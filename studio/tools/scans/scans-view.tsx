import { Card, Container, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useCallback } from 'react'
import { useRouter } from 'sanity/router'
import { scansAnswer } from '#content/model/desk.ts'
import { askDesk } from '../../desk/ask-desk.ts'
import { ProblemCard } from '../../desk/problem-card.tsx'
import { useAnswer } from '../../desk/use-answer.ts'
import { CampaignScans } from './campaign-scans.tsx'

const LOADING = 'Reading the closed weeks …'

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
          {answer && <CampaignScans answer={answer} choose={(id) => navigate({ campaign: id })} />}
        </Stack>
      </Container>
    </Card>
  )
}
