import { Badge, Button, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import type { Recording } from '#content/model/documents/recording.ts'
import { recordingState } from '#content/model/spoken-texts.ts'
import { PersonAndDay } from '../translation/person-and-day.tsx'
import { ReasonForm } from '../translation/reason-form.tsx'
import { OtherFormat } from './other-format.tsx'
import { RECORDING_STATES } from './recording-words.ts'
import { ReviewList } from './review-list.tsx'
import { soundAddress } from './sound-file.ts'

type Props = {
  one: Recording
  name: string
  words: string
  mayReview: boolean
  /** Absent for who may add no file. */
  onOtherFile: ((asset: string) => void) | undefined
  onApprove: () => void
  onSendBack: (reason: string) => void
}

/** One recording: listen, who made it, what listeners said, approve it or send it back. */
export function RecordingRow(props: Props) {
  const { one, name, words, mayReview, onOtherFile, onApprove, onSendBack } = props
  const [isAsking, setAsking] = useState(false)
  const state = recordingState(one, words)
  const { recordedBy, recordedOn, approvedBy, approvedOn, rejected } = one
  return (
    <Stack gap={3} data-testid="recording">
      <Flex gap={3} align="center" wrap="wrap">
        <RecordingBadge state={state} />
        <Text size={1} muted>
          {recordedBy && recordedOn && (
            <>
              Recorded by <PersonAndDay id={recordedBy} day={recordedOn} />.{' '}
            </>
          )}
          {approvedBy && approvedOn && (
            <>
              Approved by <PersonAndDay id={approvedBy} day={approvedOn} />.
            </>
          )}
        </Text>
      </Flex>
      {rejected && (
        <Text size={1}>
          Sent back by <PersonAndDay id={rejected.rejectedBy} day={rejected.rejectedOn} />: “
          {rejected.reason}”
        </Text>
      )}
      {[one.file, one.otherFile].map(
        (file) =>
          file && (
            <Player
              key={file.asset._ref}
              isFilm={one.sign !== undefined}
              src={soundAddress(file.asset._ref)}
              label={`Recording of ${name}`}
            />
          ),
      )}
      <OtherFormat one={one} name={name} onKept={onOtherFile} />
      <ReviewList reviews={one.reviews ?? []} />
      {mayReview && !isAsking && (
        <Flex gap={2} wrap="wrap">
          {(state === 'in-review' || state === 'sent-back') && (
            <Button
              text="Approve"
              aria-label={`Approve the recording of ${name}`}
              tone="positive"
              fontSize={1}
              onClick={onApprove}
            />
          )}
          {rejected === undefined && (
            <Button
              text="Send back …"
              aria-label={`Send back the recording of ${name}`}
              mode="ghost"
              fontSize={1}
              onClick={() => setAsking(true)}
            />
          )}
        </Flex>
      )}
      {isAsking && (
        <ReasonForm
          question="What should be different? Whoever recorded it reads this."
          confirm="Send back"
          tone="caution"
          onReason={(reason) => {
            setAsking(false)
            onSendBack(reason)
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </Stack>
  )
}

function Player(props: { isFilm: boolean; src: string | undefined; label: string }) {
  const { isFilm, src, label } = props
  const Tag = isFilm ? 'video' : 'audio'
  // The words that are spoken or signed stand above.
  return <Tag controls preload="none" src={src} aria-label={label} />
}

/** Where a recording stands: words, a shape and a colour. */
export function RecordingBadge({ state }: { state: keyof typeof RECORDING_STATES }) {
  const { words, shape, tone } = RECORDING_STATES[state]
  return (
    <Badge tone={tone} fontSize={1} data-state={state}>
      <span aria-hidden="true">{shape} </span>
      {words}
    </Badge>
  )
}
