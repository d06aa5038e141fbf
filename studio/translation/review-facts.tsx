import { Card, Stack, Text } from '@sanity/ui'
import type { Language } from '#content/model/languages.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import { PersonAndDay } from './person-and-day.tsx'
import { Written } from './written.tsx'

type Props = {
  value: TranslatedValue
  language: Language
  /** What the public reads now; empty where it reads nothing. */
  inPublic: string | undefined
}

/** Who approved a text, sent it back or withdrew it, and what the public reads while it is worked on. */
export function ReviewFacts({ value, language, inPublic }: Props) {
  const { approved, rejected, withdrawn, submittedOn } = value
  const isOther = inPublic !== undefined && inPublic !== value.text
  return (
    <Stack gap={3}>
      {withdrawn && (
        <Card padding={3} radius={2} tone="critical">
          <Text size={1}>
            Withdrawn by <PersonAndDay id={withdrawn.withdrawnBy} day={withdrawn.withdrawnOn} />:{' '}
            {withdrawn.reason}
          </Text>
        </Card>
      )}
      {rejected && (
        <Card padding={3} radius={2} tone="caution">
          <Text size={1}>
            Sent back by <PersonAndDay id={rejected.rejectedBy} day={rejected.rejectedOn} />:{' '}
            {rejected.reason}
          </Text>
        </Card>
      )}
      {submittedOn && approved?.text !== value.text && (
        <Text size={1} muted>
          Submitted on {submittedOn}
        </Text>
      )}
      {approved && (
        <Text size={1} muted>
          {approved.text === value.text ? 'Approved by ' : 'Other words approved by '}
          <PersonAndDay id={approved.approvedBy} day={approved.approvedOn} />
        </Text>
      )}
      {isOther && (
        <Card padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} muted>
              {inPublic === '' ? 'In public now: nothing' : 'In public now:'}
            </Text>
            {inPublic !== '' && <Written language={language}>{inPublic}</Written>}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
