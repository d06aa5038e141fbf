import { Card, Stack, Text } from '@sanity/ui'
import type { Language } from '#content/model/languages.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import { DayAgo, PersonAndDay } from './person-and-day.tsx'
import { Written } from './written.tsx'

type Props = {
  value: TranslatedValue
  language: Language
  /** What the public reads now; empty where it reads nothing. */
  inPublic: string | undefined
}

/** Who sent a text back or withdrew it and why, and what the public reads while it is worked on. */
export function ReviewFacts({ value, language, inPublic }: Props) {
  const { rejected, withdrawn } = value
  const isOther = inPublic !== undefined && inPublic !== value.text
  if (!withdrawn && !rejected && !isOther) return null
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

/** Who approved a text or handed it in, in a line beside its state. */
export function ReviewLine({ value }: { value: TranslatedValue }) {
  const { approved, submittedOn } = value
  const isApproved = approved?.text === value.text
  return (
    <Text size={1} muted>
      {submittedOn && !isApproved && (
        <>
          submitted <DayAgo day={submittedOn} />
          {approved && '; '}
        </>
      )}
      {approved && (
        <>
          {isApproved ? 'by ' : 'other words approved by '}
          <PersonAndDay id={approved.approvedBy} day={approved.approvedOn} />
        </>
      )}
    </Text>
  )
}
