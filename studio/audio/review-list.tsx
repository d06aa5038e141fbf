import { Stack, Text } from '@sanity/ui'
import type { RecordingReview } from '#content/model/documents/recording.ts'
import { exactDay, relativeDay } from '../desk/day-words.ts'
import { today } from '../translation/today.ts'
import { soundAddress } from './sound-file.ts'

/** What people without an account said by a review link, the newest first. */
export function ReviewList({ reviews }: { reviews: readonly RecordingReview[] }) {
  if (reviews.length === 0) return null
  const right = reviews.filter(({ verdict }) => verdict === 'right').length
  return (
    <Stack gap={3} data-testid="reviews">
      <Text size={1} weight="semibold">
        By review link: {right} right, {reviews.length - right} wrong
      </Text>
      {reviews.toReversed().map(({ _key, verdict, note, on }) => (
        <Stack gap={2} key={_key}>
          <Text size={1}>
            {verdict === 'right' ? '✓ Right' : '✗ Wrong'},{' '}
            <time dateTime={on} title={exactDay(on)}>
              {relativeDay(on, today())}
            </time>
          </Text>
          {note && (
            // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a listener says.
            <audio
              controls
              preload="none"
              src={soundAddress(note.asset._ref)}
              aria-label="Voice note of a reviewer"
            />
          )}
        </Stack>
      ))}
    </Stack>
  )
}
