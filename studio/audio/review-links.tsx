import { Button, Card, Flex, Label, Select, Stack, Text } from '@sanity/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import {
  type ReviewLinksAnswer,
  reviewLinkAnswer,
  reviewLinksAnswer,
  revokedReviewLink,
} from '#content/model/desk.ts'
import type { Language } from '#content/model/languages.ts'
import { askDesk, DeskProblem } from '../desk/ask-desk.ts'
import { exactMoment } from '../desk/day-words.ts'
import { languageName } from '../desk/language-name.ts'
import { PersonAndDay } from '../translation/person-and-day.tsx'

const DAYS = [1, 3, 7, 14] as const

/** Links by which a native speaker without an account listens, and says right or wrong. */
export function ReviewLinks({ documentId, language }: { documentId: string; language: Language }) {
  const id = useId()
  const [days, setDays] = useState('7')
  const [made, setMade] = useState<{ url: string; expiresAt: string }>()
  const [links, setLinks] = useState<ReviewLinksAnswer['links']>([])
  const [said, setSaid] = useState<string>()
  const read = useCallback(async () => {
    const asked = { path: 'review-links', query: { documentId }, answer: reviewLinksAnswer }
    setLinks((await askDesk(asked)).links)
  }, [documentId])
  useEffect(() => {
    // Whoever may make no links sees none.
    read().catch(() => setLinks([]))
  }, [read])

  const attempt = async (act: () => Promise<string>) => {
    setSaid(undefined)
    try {
      const words = await act()
      await read()
      setSaid(words)
    } catch (error) {
      setSaid(error instanceof DeskProblem ? error.message : 'That did not work. Try again.')
    }
  }
  const make = () =>
    attempt(async () => {
      const body = { documentIds: [documentId], language: language.tag, days: Number(days) }
      setMade(await askDesk({ path: 'review-links', body, answer: reviewLinkAnswer }))
      return 'The link is made. Copy it now: it is shown this once.'
    })
  const revoke = (link: string) =>
    attempt(async () => {
      await askDesk({ path: 'review-links/revoke', body: { id: link }, answer: revokedReviewLink })
      setMade(undefined)
      return 'The link leads nowhere now.'
    })
  return (
    <Card padding={4} border radius={2} data-testid="review-links">
      <Stack gap={4}>
        <Stack gap={3}>
          <Text size={1} weight="semibold">
            Ask a native speaker
          </Text>
          <Text size={1} muted>
            A link opens these texts in {language.englishName} on any phone, without an account:
            listen, right or wrong, a voice note. Save first: it shows the draft as it is.
          </Text>
        </Stack>
        <Flex gap={3} align="flex-end" wrap="wrap">
          <Stack gap={2}>
            <Label as="label" htmlFor={id} size={1}>
              Works for
            </Label>
            <Select
              id={id}
              fontSize={1}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
            >
              {DAYS.map((count) => (
                <option key={count} value={count}>
                  {count === 1 ? '1 day' : `${count} days`}
                </option>
              ))}
            </Select>
          </Stack>
          <Button text="Make a link" mode="ghost" fontSize={1} onClick={() => void make()} />
        </Flex>
        {made && (
          <Flex gap={3} align="center" wrap="wrap">
            <Text size={1}>
              <code className="review-address" data-testid="review-address">
                {made.url}
              </code>
            </Text>
            <Button
              text="Copy"
              mode="ghost"
              fontSize={1}
              onClick={() => void navigator.clipboard.writeText(made.url)}
            />
          </Flex>
        )}
        <div role="status" aria-live="polite">
          {said && <Text size={1}>{said}</Text>}
        </div>
        {links.map((link) => (
          <Flex key={link.id} gap={3} align="center" justify="space-between" wrap="wrap">
            <Text size={1}>
              {languageName(link.language)}, {counted(link.blocks, 'text')},{' '}
              {counted(link.answers, 'answer')}, made by{' '}
              <PersonAndDay id={link.createdBy} day={link.createdAt.slice(0, 10)} />, until{' '}
              {exactMoment(link.expiresAt)}
            </Text>
            <Button
              text="End this link"
              aria-label={`End this link for ${languageName(link.language)} until ${exactMoment(link.expiresAt)}`}
              mode="ghost"
              tone="critical"
              fontSize={1}
              onClick={() => void revoke(link.id)}
            />
          </Flex>
        ))}
      </Stack>
    </Card>
  )
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
