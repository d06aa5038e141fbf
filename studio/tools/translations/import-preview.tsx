import { Button, Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import type { Comparison, TextPlace } from '#content/exchange/xliff/compare-xliff.ts'
import { plainText } from '#content/exchange/xliff/xliff.ts'
import { LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { languageOf } from '../../translation/use-languages.ts'
import { WordDiff } from '../../translation/word-diff.tsx'
import { unitWords } from './unit-words.ts'

/** Longest list that is shown whole. */
const MOST_SHOWN = 50

type Props = {
  comparison: Comparison
  language: Language
  languages: readonly Language[]
  onWrite: (origin: 'human' | 'machine') => void
  onOther: () => void
}

/** What a file would change, or why none of it may come in. */
export function ImportPreview({ comparison, language, languages, onWrite, onOther }: Props) {
  const id = useId()
  const [isMachine, setIsMachine] = useState(false)
  const { refusal, differing, incoming, sameCount, empty, unknown, unusable } = comparison
  const newCount = incoming.filter(({ isNew }) => isNew).length
  const isRefused = refusal !== undefined || differing.length > 0
  return (
    <Stack gap={4}>
      {refusal !== undefined && (
        <Card padding={3} radius={2} tone="critical" role="alert">
          <Text size={1}>{refusal}</Text>
        </Card>
      )}
      {differing.length > 0 && (
        <Card padding={3} radius={2} tone="critical" role="alert">
          <Stack gap={4}>
            <Text size={1}>
              This file was made from other words: {differing.length}{' '}
              {differing.length === 1 ? 'source has' : 'sources have'} changed since. Nothing was
              written. Export anew and send the agency that file.
            </Text>
            {differing.slice(0, MOST_SHOWN).map((one) => (
              <Stack key={`${one.documentId} ${one.unit}`} gap={2}>
                <Text size={1} weight="medium">
                  {one.title} · {unitWords(one.unit)}
                </Text>
                <WordDiff
                  before={one.was}
                  after={one.is}
                  language={languageOf(languages, LAST_LANGUAGE)}
                />
              </Stack>
            ))}
          </Stack>
        </Card>
      )}
      {!isRefused && (
        <>
          <Text size={1} role="status">
            {language.englishName} ({language.tag}): {newCount} new, {incoming.length - newCount}{' '}
            changed, {sameCount} the same, {empty.length} empty
          </Text>
          {incoming.slice(0, MOST_SHOWN).map((one) => (
            <Stack key={`${one.documentId} ${one.unit}`} gap={2}>
              <Text size={1} muted>
                {one.title} · {unitWords(one.unit)} · {one.isNew ? 'new' : 'changed'}
              </Text>
              <WordDiff
                before={plainText(one.current.target ?? [])}
                after={plainText(one.target)}
                language={language}
              />
            </Stack>
          ))}
          {incoming.length > MOST_SHOWN && (
            <Text size={1} muted>
              and {incoming.length - MOST_SHOWN} more
            </Text>
          )}
        </>
      )}
      <Places title="Without a translation, left as they are" places={isRefused ? [] : empty} />
      <Places title="Not here any more, passed over" places={isRefused ? [] : unknown} />
      <Places title="Cannot be taken over" places={isRefused ? [] : unusable} />
      <Flex gap={3} wrap="wrap" align="flex-end">
        {!isRefused && incoming.length > 0 && (
          <>
            <Stack gap={2}>
              <Text as="label" htmlFor={`${id}-origin`} size={1}>
                Translated by
              </Text>
              <Select
                id={`${id}-origin`}
                value={isMachine ? 'machine' : 'human'}
                onChange={(event) => setIsMachine(event.currentTarget.value === 'machine')}
              >
                <option value="human">People</option>
                <option value="machine">A machine</option>
              </Select>
            </Stack>
            <Button
              text={`Write ${incoming.length} ${incoming.length === 1 ? 'text' : 'texts'} for review`}
              tone="primary"
              onClick={() => onWrite(isMachine ? 'machine' : 'human')}
            />
          </>
        )}
        <Button text="Choose another file" mode="ghost" onClick={onOther} />
      </Flex>
    </Stack>
  )
}

function Places({
  title,
  places,
}: {
  title: string
  places: readonly (TextPlace & { reason?: string })[]
}) {
  if (places.length === 0) return null
  return (
    <details>
      <summary>
        <Text as="span" size={1}>
          {title}: {places.length}
        </Text>
      </summary>
      <Stack gap={2} paddingTop={3}>
        {places.slice(0, MOST_SHOWN).map(({ documentId, title: name, unit, reason }) => (
          <Text key={`${documentId} ${unit}`} size={1}>
            {name} · {unitWords(unit)}
            {reason === undefined ? '' : `: ${reason}`}
          </Text>
        ))}
      </Stack>
    </details>
  )
}
