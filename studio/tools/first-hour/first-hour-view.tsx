import { Box, Button, Card, Container, Flex, Select, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useSchema } from 'sanity'
import { useRouter } from 'sanity/router'
import { ProblemCard } from '../../desk/problem-card.tsx'
import { ProgressBar } from '../../desk/progress-bar.tsx'
import { fieldTitle } from '../../schemas/field-title.ts'
import { countDone, firstHourSteps } from './first-hour-steps.ts'
import { endFirstHour, isFirstHourOver } from './is-over.ts'
import { StepRow } from './step-row.tsx'
import { useHouse } from './use-house.ts'
import { type Organizations, useOrganizations } from './use-organizations.ts'

const TITLE = 'First hour'
const INTRO =
  'From nothing to help on a page, a poster and a screen. What is done is read from what you have written.'
const LOADING = 'Reading what is there …'
const NEW = 'A new organisation'
const NEW_ID = 'new'
const PUT_AWAY = 'Put this away'
const BRING_BACK = 'Show this first again'
const IS_AWAY = 'From the next start, Content opens first. This stays here, at the end of the bar.'
const ALL_DONE =
  'Well done: you can do all of it on your own now. Freshness tells you what has to be checked again. If you withdrew the number only to try it, two people check it anew there, and it can come back.'

/** Leads a new organisation from its name to a withdrawal, step by step. */
export function FirstHourView() {
  const { answer, problem, askAgain } = useOrganizations()
  return (
    <Card as="main" height="fill" overflow="auto" tone="transparent">
      <Container width={2} padding={4}>
        <Stack gap={5}>
          <Stack gap={4}>
            <Text as="h1" size={4} weight="bold">
              {TITLE}
            </Text>
            <Text size={1}>{INTRO}</Text>
          </Stack>
          {problem && <ProblemCard problem={problem} again={askAgain} />}
          {answer === undefined && problem === undefined && <Loading />}
          {answer && <Steps organizations={answer} />}
        </Stack>
      </Container>
    </Card>
  )
}

function Loading() {
  return (
    <Flex gap={3} align="center" role="status">
      <Spinner muted />
      <Text size={1}>{LOADING}</Text>
    </Flex>
  )
}

function Steps({ organizations }: { organizations: Organizations }) {
  const { me, choices, first } = organizations
  const { state, navigate } = useRouter()
  const asked = state['organization']
  const chosen = typeof asked === 'string' ? asked : first
  const id = chosen === NEW_ID ? undefined : chosen
  const { answer: house, problem, askAgain } = useHouse(id)
  const isForAll = me.organizations === 'all'
  const schema = useSchema()
  const titleOf = (type: string, path: string) => fieldTitle(schema, { type, path })
  const steps = house && firstHourSteps(house, titleOf)
  const done = steps ? countDone(steps) : 0
  const isOver = steps !== undefined && done === steps.length
  const next = steps?.find((step) => step.state === 'to-do')
  useEffect(() => {
    if (isOver) endFirstHour(true)
  }, [isOver])
  return (
    <Stack gap={4}>
      {(isForAll || choices.length > 1) && (
        <Select
          fontSize={1}
          aria-label="Organisation"
          value={id ?? NEW_ID}
          onChange={({ currentTarget }) => navigate({ organization: currentTarget.value })}
        >
          {isForAll && <option value={NEW_ID}>{NEW}</option>}
          {choices.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {problem && <ProblemCard problem={problem} again={askAgain} />}
      {steps === undefined && problem === undefined && <Loading />}
      {steps && (
        <>
          <Stack gap={3}>
            <Text size={1} role="status">
              {`${done} of ${steps.length} steps are done.`} {isOver && ALL_DONE}
            </Text>
            <ProgressBar label="Steps that are done" done={done} all={steps.length} />
          </Stack>
          <Stack as="ol" gap={2} style={{ margin: 0, padding: 0 }}>
            {steps.map((step, index) => (
              <StepRow key={step.name} step={step} at={index + 1} isNext={step === next} />
            ))}
          </Stack>
        </>
      )}
      <PutAway />
    </Stack>
  )
}

function PutAway() {
  const [isAway, setIsAway] = useState(isFirstHourOver)
  return (
    <Flex gap={3} align="center" wrap="wrap">
      <Box>
        <Button
          mode="ghost"
          fontSize={1}
          padding={3}
          text={isAway ? BRING_BACK : PUT_AWAY}
          onClick={() => {
            endFirstHour(!isAway)
            setIsAway(!isAway)
          }}
        />
      </Box>
      <Box flex={1}>
        <Text size={1} muted role="status">
          {isAway && IS_AWAY}
        </Text>
      </Box>
    </Flex>
  )
}
