import { Button, Card, Spinner, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { useClient } from 'sanity'
import type { Language } from '#content/model/languages.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import { API } from './api-version.ts'
import { olderSourceHash } from './decide-review.ts'
import { findSourceText, type SourceSearch } from './find-source-text.ts'
import { reviewFailure } from './review-failure.ts'
import { WordDiff } from './word-diff.tsx'

/** Where the earlier words of a source are kept; absent where they are kept nowhere. */
export type SourceHistory = Pick<SourceSearch, 'id' | 'read'> | undefined

type Source = { text: string; language: Language; history: SourceHistory }

type Found =
  | { kind: 'looking' }
  | { kind: 'found'; before: string }
  | { kind: 'failed'; words: string }

const NOT_KEPT = 'The earlier words of the source are no longer in its history.'

/** What changed in the source since a translation was made or approved, on request. */
export function SourceChanges({ value, source }: { value: TranslatedValue; source: Source }) {
  const hash = olderSourceHash(value, source.text)
  if (hash === undefined || source.history === undefined) return null
  return <ChangesSince key={hash} hash={hash} source={source} history={source.history} />
}

/** The same for any text of which the hash is known, such as a guide's. */
export function ChangesSince({
  hash,
  source,
  history,
}: {
  hash: string
  source: Omit<Source, 'history'>
  history: Pick<SourceSearch, 'id' | 'read'>
}) {
  const client = useClient(API)
  const [found, setFound] = useState<Found>()
  const look = () => {
    setFound({ kind: 'looking' })
    findSourceText({ client, hash, ...history }).then(
      (before) =>
        setFound(
          before === undefined ? { kind: 'failed', words: NOT_KEPT } : { kind: 'found', before },
        ),
      (error: unknown) => setFound({ kind: 'failed', words: reviewFailure(error) }),
    )
  }
  return (
    <Stack gap={3}>
      {found === undefined && (
        <div>
          <Button
            text="What changed in the source since"
            mode="ghost"
            fontSize={1}
            padding={3}
            onClick={look}
          />
        </div>
      )}
      <div aria-live="polite">
        {found?.kind === 'looking' && <Spinner aria-label="Looking in the history" />}
        {found?.kind === 'failed' && <Text size={1}>{found.words}</Text>}
        {found?.kind === 'found' && (
          <Card padding={3} radius={2} border>
            <Stack gap={3}>
              <Text size={1} muted>
                In the source since then: new words are underlined, old ones struck through.
              </Text>
              <WordDiff before={found.before} after={source.text} language={source.language} />
            </Stack>
          </Card>
        )}
      </div>
    </Stack>
  )
}
