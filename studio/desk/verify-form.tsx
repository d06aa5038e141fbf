import { CheckmarkIcon } from '@sanity/icons/Checkmark'
import { Button, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { z } from 'zod'
import type { ConfirmOrder, FactVersion, VerifyOrder } from '#content/model/desk.ts'
import { askDesk, type DeskProblem } from './ask-desk.ts'
import { deskFailure } from './desk-failure.ts'
import { LanguageTicks } from './language-ticks.tsx'
import { isWholeSource, MethodField, type Source } from './method-field.tsx'
import { Numbers } from './numbers.tsx'
import { ProblemCard } from './problem-card.tsx'
import { useKept } from './use-kept.ts'

const CHECKED = 'These numbers, hours, languages and promises are right:'
const HEARD = 'Which languages did you hear?'
const SAVE = { verify: 'I have checked it', confirm: 'Confirm' } as const
const CANCEL = 'Cancel'

type Form = {
  id: string
  name: 'draft' | 'published'
  version: FactVersion
  step: 'verify' | 'confirm'
  /** After the desk has kept it. */
  onDone: () => void
  onCancel: () => void
}

/** One person's word for a fact: how they found out, and one button. */
export function VerifyForm({ id, name, version, step, onDone, onCancel }: Form) {
  const [method, setMethod] = useState<Source['method']>('called')
  const kept = useKept(`source:${id}`)
  const [heard, setHeard] = useState<string[]>([])
  const [problem, setProblem] = useState<DeskProblem>()
  const [isSending, setIsSending] = useState(false)
  const source = { method, address: kept.text }
  const send = () => {
    setIsSending(true)
    setProblem(undefined)
    const sourceUrl = method === 'website' ? { sourceUrl: kept.text } : {}
    const confirm: ConfirmOrder = { id, version: name, rev: version.rev, method, ...sourceUrl }
    const verify: VerifyOrder = { ...confirm, languages: method === 'called' ? heard : [] }
    askDesk({ path: step, body: step === 'verify' ? verify : confirm, answer: z.unknown() })
      .then(
        () => {
          kept.forget()
          onDone()
        },
        (error: unknown) => setProblem(deskFailure(error)),
      )
      .finally(() => setIsSending(false))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWholeSource(source) && !isSending) send()
      }}
    >
      <Stack gap={4}>
        <Flex gap={3} wrap="wrap">
          <Text size={1}>{CHECKED}</Text>
          <Text size={1} weight="medium">
            <Numbers numbers={version.numbers} />
          </Text>
          <Text size={1} dir="ltr">
            {version.hours}
          </Text>
        </Flex>
        <MethodField
          source={source}
          write={(next) => {
            setMethod(next.method)
            if (next.address !== kept.text) kept.write(next.address)
          }}
        />
        {step === 'verify' && method === 'called' && version.languages.length > 0 && (
          <LanguageTicks legend={HEARD} tags={version.languages} heard={heard} write={setHeard} />
        )}
        {problem && <ProblemCard problem={problem} again={send} />}
        <Flex gap={2}>
          <Button
            type="submit"
            tone="positive"
            fontSize={1}
            padding={3}
            icon={CheckmarkIcon}
            text={SAVE[step]}
            loading={isSending}
            disabled={isSending || !isWholeSource(source)}
          />
          <Button mode="bleed" fontSize={1} padding={3} text={CANCEL} onClick={onCancel} />
        </Flex>
      </Stack>
    </form>
  )
}
