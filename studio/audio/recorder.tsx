import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { RECORDING_SECONDS } from '#content/model/spoken-texts.ts'
import { clock } from './sound-file.ts'
import { useKeepTake } from './use-keep-take.ts'
import { useRecorder } from './use-recorder.ts'
import './audio.css'

type Props = {
  /** What is recorded, for who hears the buttons: "Heading, Tigrinya". */
  name: string
  hasOther: boolean
  onKept: (asset: string) => void
}

/** Records one text: record, stop, listen, keep or again. */
export function Recorder({ name, hasOther, onKept }: Props) {
  const { state, start, stop, drop } = useRecorder()
  const take = state.kind === 'taken' ? state.take : undefined
  const { keep, isSending, problem } = useKeepTake(take, (asset) => {
    drop()
    onKept(asset)
  })
  return (
    <Stack gap={3} data-testid="recorder">
      {state.kind === 'recording' && <Meter seconds={state.seconds} level={state.level} />}
      {take && (
        // biome-ignore lint/a11y/useMediaCaption: the words that are spoken stand above.
        <audio controls src={take.address} aria-label={`Your take of ${name}`} />
      )}
      <Flex gap={2} wrap="wrap">
        {(state.kind === 'idle' || state.kind === 'asking') && (
          <Button
            text={hasOther ? '● Record again' : '● Record'}
            aria-label={`Record ${name}`}
            mode="ghost"
            tone="critical"
            disabled={state.kind === 'asking'}
            onClick={() => void start()}
          />
        )}
        {state.kind === 'recording' && (
          <Button
            text="■ Stop"
            aria-label={`Stop recording ${name}`}
            tone="critical"
            onClick={stop}
          />
        )}
        {take && (
          <>
            <Button
              text={isSending ? 'Sending …' : `Keep this take (${clock(take.seconds)})`}
              aria-label={`Keep this take (${clock(take.seconds)}) of ${name}`}
              tone="positive"
              disabled={isSending}
              onClick={() => void keep()}
            />
            <Button
              text="Record again"
              aria-label={`Record ${name} again`}
              mode="ghost"
              disabled={isSending}
              onClick={() => void start()}
            />
            <Button text="Discard" mode="bleed" disabled={isSending} onClick={drop} />
          </>
        )}
      </Flex>
      <div role="status" aria-live="polite">
        {state.kind === 'asking' && (
          <Text size={1}>Your browser asks for the microphone. Allow it.</Text>
        )}
        {state.kind === 'taken' && !problem && (
          <Text size={1} muted>
            {state.note ?? 'Listen, then keep it or record again. It is not kept yet.'}
          </Text>
        )}
        {(problem ?? (state.kind === 'idle' ? state.problem : undefined)) && (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>{problem ?? (state.kind === 'idle' ? state.problem : '')}</Text>
          </Card>
        )}
      </div>
    </Stack>
  )
}

function Meter({ seconds, level }: { seconds: number; level: number }) {
  return (
    <Flex gap={3} align="center">
      <Text size={1} weight="semibold">
        <span className="recorder-time">
          ● {clock(seconds)} / {clock(RECORDING_SECONDS)}
        </span>
      </Text>
      <meter className="recorder-level" min={0} max={1} value={level} aria-label="How loud it is" />
    </Flex>
  )
}
