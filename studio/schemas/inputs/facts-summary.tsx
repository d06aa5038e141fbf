import { Card, Stack, Text } from '@sanity/ui'
import { type ObjectInputProps, useRelativeTime, useUser } from 'sanity'
import { verificationMethod } from '#content/model/verification.ts'
import { choiceWords } from '../choice-words.ts'

const NOTHING = 'Nothing yet. The Freshness tool sets it.'

/** What was said about a fact, by whom and when: to read, because the tools set it. */
export function FactsSummary({ value }: ObjectInputProps) {
  const lines = [
    { who: value?.['verifiedBy'], how: value?.['method'], at: value?.['verifiedOn'] },
    { who: value?.['secondPerson'], how: value?.['secondMethod'], at: value?.['confirmedAt'] },
    { who: value?.['withdrawnBy'], how: value?.['reason'], at: value?.['withdrawnAt'] },
  ].filter(({ who }) => typeof who === 'string')
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        {lines.length === 0 && (
          <Text size={1} muted>
            {NOTHING}
          </Text>
        )}
        {lines.map(({ who, how, at }) => (
          <Said key={String(who)} who={String(who)} how={how} at={at} />
        ))}
      </Stack>
    </Card>
  )
}

function Said({ who, how, at }: { who: string; how: unknown; at: unknown }) {
  // Accounts are kept by id; the demo's people stand there by name.
  const [user] = useUser(who)
  const moment = typeof at === 'string' ? at : undefined
  return (
    <Text size={1}>
      {user?.displayName ?? who}
      {typeof how === 'string' && ` · ${methodWords(how)}`}
      {moment !== undefined && (
        <>
          {' · '}
          <Ago moment={moment} />
        </>
      )}
    </Text>
  )
}

function Ago({ moment }: { moment: string }) {
  const words = useRelativeTime(moment, { useTemporalPhrase: true })
  return (
    <time dateTime={moment} title={new Date(moment).toLocaleString('en-GB')}>
      {words}
    </time>
  )
}

function methodWords(how: string): string {
  const method = verificationMethod.safeParse(how)
  return method.success ? choiceWords(verificationMethod, method.data) : how
}
