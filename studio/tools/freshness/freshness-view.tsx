import { Box, Card, Container, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { useRouter } from 'sanity/router'
import type { FactsAnswer } from '#content/model/desk.ts'
import { exactDay } from '../../desk/day-words.ts'
import { ProblemCard } from '../../desk/problem-card.tsx'
import { ProgressBar } from '../../desk/progress-bar.tsx'
import { useFacts } from '../../desk/use-facts.ts'
import { FactFilters } from './fact-filters.tsx'
import { groupFacts, progressOf } from './fact-groups.ts'
import { FactRow } from './fact-row.tsx'
import { GROUP_TITLES } from './group-titles.ts'
import { useRowKeys } from './row-keys.ts'
import { useFilter } from './use-filter.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const TITLE = 'Freshness'
const LOADING = 'Reading helplines and services …'
const NONE = 'There is no helpline or service yet. Add one under Content; it appears here at once.'
const NOTHING_FITS = 'Nothing fits what you look for.'
const KEYS = 'Keys: j and k go from row to row.'

/** Helplines and services by the day they lapse, and the two steps that keep them true. */
export function FreshnessView() {
  const { answer, problem, isAsking, askAgain } = useFacts()
  const [outcome, setOutcome] = useState('')
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  return (
    <Card as="main" height="fill" overflow="auto" tone="transparent">
      <Container width={4} padding={4}>
        <Stack gap={4} ref={list}>
          <Flex gap={3} align="center" wrap="wrap">
            <Box flex={1}>
              <Text as="h1" size={4} weight="bold">
                {TITLE}
              </Text>
            </Box>
            {isAsking && answer !== undefined && <Spinner muted />}
            <Text size={1} muted>
              {KEYS}
            </Text>
          </Flex>
          <Text size={1} role="status" aria-live="polite">
            {outcome}
          </Text>
          {problem && <ProblemCard problem={problem} again={askAgain} />}
          {answer === undefined && problem === undefined && (
            <Flex gap={3} align="center" role="status">
              <Spinner muted />
              <Text size={1}>{LOADING}</Text>
            </Flex>
          )}
          {answer && (
            <Facts
              answer={answer}
              onDone={(words) => {
                setOutcome(words)
                askAgain()
              }}
            />
          )}
        </Stack>
      </Container>
    </Card>
  )
}

function Facts({ answer, onDone }: { answer: FactsAnswer; onDone: (words: string) => void }) {
  const { today, facts } = answer
  const { filter, write } = useFilter()
  const groups = groupFacts(facts, filter, today)
  const { done, all, next } = progressOf(facts, today)
  useOpenFact()
  // Here and not in the row, which goes to another group as soon as it is withdrawn.
  const [withdrawing, setWithdrawing] = useState<string>()
  const touched = useFocusKept(facts)
  const chosen = facts.find(({ id }) => id === withdrawing)
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Text size={1}>
          {facts.length === 0 && NONE}
          {facts.length > 0 && done < all && `${done} of ${all} need nobody in the next 30 days.`}
          {all > 0 &&
            done === all &&
            `Nothing is due.${next?.lapsesOn === undefined ? '' : ` Next: ${next.title} on ${exactDay(next.lapsesOn)}.`}`}
        </Text>
        <ProgressBar label="Checked and not due" done={done} all={all} />
      </Stack>
      <FactFilters facts={facts} filter={filter} write={write} />
      {facts.length > 0 && groups.length === 0 && <Text size={1}>{NOTHING_FITS}</Text>}
      {groups.map(({ group, facts: found }) => (
        <Stack as="section" gap={3} key={group} aria-labelledby={`group-${group}`}>
          <Text as="h2" size={1} weight="semibold" id={`group-${group}`}>
            {GROUP_TITLES[group]} ({found.length})
          </Text>
          <Stack as="ul" gap={2} style={{ margin: 0, padding: 0 }}>
            {found.map((fact) => (
              <FactRow
                key={fact.id}
                fact={fact}
                today={today}
                onDone={(words) => {
                  touched.current = fact.id
                  onDone(words)
                }}
                onWithdraw={() => setWithdrawing(fact.id)}
              />
            ))}
          </Stack>
        </Stack>
      ))}
      {chosen && (
        <WithdrawDialog fact={chosen} onDone={onDone} onClose={() => setWithdrawing(undefined)} />
      )}
    </Stack>
  )
}

/** Goes to the row that the address names, once. */
function useOpenFact(): void {
  const { fact } = useRouter().state
  const isThere = useRef(false)
  useEffect(() => {
    if (isThere.current || typeof fact !== 'string') return
    const row = document.getElementById(`fact-${fact}`)
    if (row === null) return
    isThere.current = true
    row.scrollIntoView({ block: 'start' })
    row.focus()
  })
}

/** A row that goes to another group is drawn anew: what was touched last gets the focus that it had. */
function useFocusKept(facts: FactsAnswer['facts']) {
  const touched = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a new list
  useEffect(() => {
    if (touched.current === undefined) return
    if (document.activeElement === document.body) {
      document.getElementById(`fact-${touched.current}`)?.focus()
    }
    touched.current = undefined
  }, [facts])
  return touched
}
