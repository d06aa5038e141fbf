import { Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { FactSteps } from '../desk/fact-steps.tsx'
import { ProblemCard } from '../desk/problem-card.tsx'
import { useFacts } from '../desk/use-facts.ts'

const LOADING = 'Reading who has checked it …'

/** The two steps that a helpline or service still needs, right where it was to be published. */
export function FactInQuestion({ id }: { id: string }) {
  const { answer, problem, askAgain } = useFacts()
  const [outcome, setOutcome] = useState('')
  const fact = answer?.facts.find((one) => one.id === id)
  return (
    <Stack gap={3}>
      <Text size={1} role="status">
        {answer === undefined && problem === undefined ? LOADING : outcome}
      </Text>
      {problem && <ProblemCard problem={problem} again={askAgain} />}
      {answer && fact && (
        <FactSteps
          fact={fact}
          today={answer.today}
          onDone={(words) => {
            setOutcome(words)
            askAgain()
          }}
        />
      )}
    </Stack>
  )
}
