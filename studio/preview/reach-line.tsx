import { Box, Button, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { IntentLink } from 'sanity/router'
import { type ReachAnswer, reachAnswer } from '#content/model/desk.ts'
import { askDesk } from '../desk/ask-desk.ts'
import { reachWords } from './reach-words.ts'

const UNKNOWN = 'Where it appears cannot be told just now.'
const SHOW = 'Show the places'
const HIDE = 'Hide the places'

/** Says where a document is seen now, as far as placements know; the places on demand. */
export function ReachLine({ id, revision }: { id: string; revision: string }) {
  const [reach, setReach] = useState<{ of: string; answer: ReachAnswer | 'unknown' }>()
  const [isOpen, setIsOpen] = useState(false)
  // What is public changes when something is published, not with every letter.
  useEffect(() => {
    const asking = new AbortController()
    askDesk({ path: 'reach', query: { id }, answer: reachAnswer, signal: asking.signal }).then(
      (answer) => setReach({ of: revision, answer }),
      () => asking.signal.aborted || setReach({ of: revision, answer: 'unknown' }),
    )
    return () => asking.abort()
  }, [id, revision])
  if (reach === undefined) return null
  const { answer } = reach
  if (answer === 'unknown') {
    return (
      <Text size={1} muted>
        {UNKNOWN}
      </Text>
    )
  }
  const { places } = answer
  return (
    <Stack gap={3}>
      <Text size={1}>{reachWords(answer)}</Text>
      {places.length > 0 && (
        <Box>
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            aria-expanded={isOpen}
            text={isOpen ? HIDE : SHOW}
            onClick={() => setIsOpen(!isOpen)}
          />
        </Box>
      )}
      {isOpen && (
        <Stack as="ul" gap={3} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {places.map((place) => (
            <Text key={place.id} as="li" size={1}>
              <IntentLink intent="edit" params={{ id: place.id, type: 'place' }}>
                {place.name}
              </IntentLink>
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  )
}
