import { Card, Text } from '@sanity/ui'
import { PersonAndDay } from './person-and-day.tsx'
import type { Outcome } from './use-review.ts'

/** Tells what became of something, to those who hear it too. */
export function OutcomeLine({ outcome }: { outcome: Outcome | undefined }) {
  return (
    <div role="status" aria-live="polite">
      {outcome && (
        <Card padding={3} radius={2} tone={outcome.kind === 'done' ? 'positive' : 'caution'}>
          <Text size={1}>
            {outcome.kind === 'refused' && outcome.by !== undefined && outcome.on !== undefined && (
              <strong>
                <PersonAndDay id={outcome.by} day={outcome.on} />:{' '}
              </strong>
            )}
            {outcome.words}
          </Text>
        </Card>
      )}
    </div>
  )
}
