import { type FactsAnswer, factsAnswer } from '#content/model/desk.ts'
import { askDesk } from './ask-desk.ts'
import { type Asked, useAnswer } from './use-answer.ts'
import { useChanges } from './use-changes.ts'

const FACTS = ['helpline', 'service', 'place'] as const

/** Every helpline and service with what may be done about it, asked for again after each change. */
export function useFacts(): Asked<FactsAnswer> {
  const asked = useAnswer(askFacts)
  useChanges(FACTS, asked.askAgain)
  return asked
}

function askFacts(signal: AbortSignal): Promise<FactsAnswer> {
  return askDesk({ path: 'facts', answer: factsAnswer, signal })
}
