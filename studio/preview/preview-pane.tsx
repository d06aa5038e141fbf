import { Box, Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useCallback, useId, useState } from 'react'
import { getPublishedId, useSyncState } from 'sanity'
import type { UserViewComponent } from 'sanity/structure'
import type { PreviewAnswer } from '#content/model/desk.ts'
import { FRAMES, SCENE_LABELS } from './frames.ts'
import { PosterSheet } from './poster-sheet.tsx'
import { type Choice, previewAddress } from './preview-address.ts'
import { PreviewControls } from './preview-controls.tsx'
import { ReachLine } from './reach-line.tsx'
import { Scaled } from './scaled.tsx'
import { SwapFrame } from './swap-frame.tsx'
import { usePreview } from './use-preview.ts'
import { useSettled } from './use-settled.ts'

const NOTHING_YET =
  'There is nothing to see yet. Write something in the form; it shows here as you type.'
const NO_SCENE = 'Nothing that the public sees is made of this alone.'
const AGAIN = 'Try again'
const ONLY_YOU = 'Draft: only staff see this. Readers see it once it is approved and published.'
const BUSY = 'Drawing …'

/** The draft as page, poster and screen, beside its form, as it is being written. */
export const PreviewPane: UserViewComponent = ({ document, documentId, schemaType }) => {
  const id = getPublishedId(documentId)
  const { isSyncing } = useSyncState(id, schemaType.name)
  const newest = document.draft ?? document.published
  // What the server has not got yet cannot be drawn.
  const revision = useSettled(newest?._rev, !isSyncing)
  const { answer, problem, renew } = usePreview(id, revision)
  return (
    <Card height="fill" overflow="auto" data-testid="preview-pane">
      <Flex direction="column" gap={3} padding={3} style={{ minBlockSize: '100%' }}>
        {revision === undefined && <Said words={NOTHING_YET} />}
        {problem && (
          <Card tone="caution" border radius={2} padding={3} role="alert">
            <Stack gap={3}>
              <Text size={1}>{problem.message}</Text>
              <Box>
                <Button mode="ghost" fontSize={1} padding={2} text={AGAIN} onClick={renew} />
              </Box>
            </Stack>
          </Card>
        )}
        {answer?.scenes.length === 0 && <Said words={NO_SCENE} />}
        {answer && answer.scenes.length > 0 && revision !== undefined && (
          <Looking key={id} answer={answer} revision={revision} renew={renew} />
        )}
        {revision !== undefined && <ReachLine id={id} revision={document.published?._rev ?? ''} />}
      </Flex>
    </Card>
  )
}

type LookingProps = { answer: PreviewAnswer; revision: string; renew: () => void }

function Looking({ answer, revision, renew }: LookingProps) {
  const [wanted, setWanted] = useState<Partial<Choice>>({})
  const [frameId, setFrameId] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const panel = useId()
  const choice = choose(answer, wanted)
  const frames = FRAMES[choice.scene]
  const frame = frames.find((one) => one.id === frameId) ?? frames[0]
  const { token } = answer
  const src = previewAddress(token, choice, { revision })
  const { ownName } = answer.languages.find(({ tag }) => tag === choice.lang) ?? { ownName: '' }
  const title = `${SCENE_LABELS[choice.scene]}, ${ownName}`
  const change = useCallback(({ frame: glass, ...rest }: Partial<Choice> & { frame?: string }) => {
    if (glass !== undefined) setFrameId(glass)
    if (rest.scene !== undefined) setFrameId(undefined)
    setWanted((before) => ({ ...before, ...rest }))
  }, [])
  return (
    <>
      <PreviewControls
        {...{ answer, choice, frame, panel }}
        href={previewAddress(
          token,
          choice,
          choice.scene === 'poster' ? { file: 'poster.pdf' } : {},
        )}
        onChange={change}
      />
      <Flex gap={2} align="center" justify="space-between">
        <Text size={1} muted>
          {answer.standIn ?? ONLY_YOU}
        </Text>
        <Box role="status" aria-live="polite" style={{ visibility: isBusy ? 'visible' : 'hidden' }}>
          <Flex gap={2}>
            <Spinner muted />
            <Text size={1} muted>
              {isBusy ? BUSY : ''}
            </Text>
          </Flex>
        </Box>
      </Flex>
      <Flex
        id={panel}
        role="tabpanel"
        aria-labelledby={`${panel}-${choice.scene}`}
        flex={1}
        style={{ minBlockSize: '20rem' }}
      >
        {frame ? (
          <Scaled frame={frame}>
            <SwapFrame
              key={choice.scene}
              {...{ src, title }}
              hasScripts={choice.scene === 'screen'}
              onPast={renew}
              onBusy={setIsBusy}
            />
          </Scaled>
        ) : (
          <PosterSheet src={src} alt={title} onPast={renew} onBusy={setIsBusy} />
        )}
      </Flex>
    </>
  )
}

/** What is shown where nobody has chosen otherwise, or where that is gone. */
function choose({ scenes, languages, places }: PreviewAnswer, wanted: Partial<Choice>): Choice {
  const [scene = 'page'] = scenes
  const has = (tag: string | undefined) => languages.some((one) => one.tag === tag)
  return {
    scene: wanted.scene && scenes.includes(wanted.scene) ? wanted.scene : scene,
    lang: (has(wanted.lang) ? wanted.lang : languages[0]?.tag) ?? 'en',
    place: places.find(({ id }) => id === wanted.place)?.id ?? places[0]?.id,
    size: wanted.size ?? 'a4',
    day: wanted.day ?? '',
  }
}

function Said({ words }: { words: string }) {
  return (
    <Text size={1} muted>
      {words}
    </Text>
  )
}
