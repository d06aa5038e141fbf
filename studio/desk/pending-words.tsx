import { Text } from '@sanity/ui'
import type { Fact, FactVersion } from '#content/model/desk.ts'
import { Day } from './day.tsx'
import { factStep } from './fact-step.ts'

const METHODS = { called: 'by calling', website: 'on their website', letter: 'by letter' } as const
const ON = 'See the page'
const OUTDATED = 'The facts were changed after that: it has to be checked anew.'
const NOT_YOU = 'You were the first, so it takes somebody else: two people see what one misses.'
const WAITING = 'A second person still has to confirm it.'

/** What the first person said, and why it waits: whom to ask, and how. */
export function PendingWords({
  fact,
  version,
  today,
}: {
  fact: Fact
  version: FactVersion
  today: string
}) {
  const { pending } = version
  if (pending === undefined) return null
  const step = factStep(version)
  return (
    <>
      <Text size={1}>
        {pending.isMine ? 'You' : pending.by} checked it <Day day={pending.on} today={today} />{' '}
        {METHODS[pending.method]}.{' '}
        {pending.sourceUrl !== undefined && (
          <a href={pending.sourceUrl} target="_blank" rel="noreferrer">
            {ON}
          </a>
        )}
      </Text>
      {pending.isOutdated && <Text size={1}>{OUTDATED}</Text>}
      {step === 'ask-another' && <Text size={1}>{NOT_YOU}</Text>}
      {step === 'wait' && <Text size={1}>{WAITING}</Text>}
      {(step === 'ask-another' || step === 'wait') && (
        <Text size={1}>
          Ask somebody else of {fact.organization}, or of a partner organisation, to open{' '}
          <a href={`/studio/freshness/${fact.id}`}>this address</a> and press Confirm. Nobody there
          yet? <a href="/account/people">Invite somebody</a>.
        </Text>
      )}
    </>
  )
}
