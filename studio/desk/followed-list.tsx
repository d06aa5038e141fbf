import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ClockIcon } from '@sanity/icons/Clock'
import { Box, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import type { FollowedAnswer } from '#content/model/desk.ts'
import { countFollowed, type FollowedCount, hasAllFollowed } from './followed-count.ts'
import { ProblemCard } from './problem-card.tsx'
import { TextLink } from './text-link.tsx'
import { useFollowed } from './use-followed.ts'

const LOOKING = 'Looking where it was shown …'
const ALL = 'Every page and screen has followed.'
const GOING_ON = 'Pages and screens are following.'
const MAY_BEAR = ' was printed without a note of what is on it: go and look for '
const PIECES_HELP = 'Paper does not follow by itself: take it down or stick over the number.'

/** Live: which pages, screens and pieces have followed a withdrawal, and which have not. */
export function FollowedList({ id }: { id: string }) {
  const { answer, problem, askAgain } = useFollowed(id)
  return (
    <Stack gap={4}>
      {problem && <ProblemCard problem={problem} again={askAgain} />}
      {answer === undefined && problem === undefined && (
        <Flex gap={3} align="center" role="status">
          <Spinner muted />
          <Text size={1}>{LOOKING}</Text>
        </Flex>
      )}
      {answer && <Followed answer={answer} />}
    </Stack>
  )
}

function Followed({ answer }: { answer: FollowedAnswer }) {
  const { pages, screens, pieces } = countFollowed(answer)
  return (
    <Stack gap={4}>
      <Text size={1} weight="medium" role="status">
        {hasAllFollowed(answer) ? ALL : GOING_ON}
      </Text>
      <Section title="Pages" count={pages}>
        {answer.pages.map(({ place, address, hasFollowed }) => (
          <Line key={address} isDone={hasFollowed}>
            <TextLink href={address} target="_blank" rel="noreferrer">
              {place}
            </TextLink>
          </Line>
        ))}
      </Section>
      <Section title="Screens that are connected" count={screens}>
        {answer.screens.map(({ place, connected, followed, hasRelease }) => (
          <Line key={place} isDone={hasRelease && followed >= connected}>
            {place}: {connected === 0 ? 'none connected now' : `${followed} of ${connected}`}
            {!hasRelease && ', the next release is being made'}
          </Line>
        ))}
      </Section>
      <Section title="Printed pieces" count={pieces}>
        {answer.pieces.map(({ id, place, spot, copies, bears, code, isKnown }) => (
          <Line key={id} isDone={bears.length === 0}>
            {place}
            {spot !== undefined && `, ${spot}`}
            {code !== undefined && `, ${code}`} ({copies})
            {bears.length > 0 && (
              <>
                {isKnown ? ' still bears ' : MAY_BEAR}
                <bdi dir="ltr">{bears.join(', ')}</bdi>
              </>
            )}
          </Line>
        ))}
        {pieces.followed < pieces.all && (
          <Text size={1} muted>
            {PIECES_HELP}
          </Text>
        )}
      </Section>
    </Stack>
  )
}

function Section({
  title,
  count,
  children,
}: {
  title: string
  count: FollowedCount
  children: ReactNode
}) {
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {title}: {count.all === 0 ? 'none' : `${count.followed} of ${count.all}`}
        </Text>
        {children}
      </Stack>
    </Card>
  )
}

function Line({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  const Sign = isDone ? CheckmarkCircleIcon : ClockIcon
  return (
    <Flex gap={2}>
      <Text size={1} aria-hidden>
        <Sign />
      </Text>
      <Box flex={1}>
        <Text size={1}>
          {children} <span>{isDone ? '(followed)' : '(not yet)'}</span>
        </Text>
      </Box>
    </Flex>
  )
}
