import { Button, Card, Stack, Text } from '@sanity/ui'
import type { LeftOut } from './run-import.ts'

type Props = { writtenCount: number; leftOut: readonly LeftOut[]; onClose: () => void }

/** What was written, and which documents were left as they were. */
export function ImportResult({ writtenCount, leftOut, onClose }: Props) {
  return (
    <Stack gap={4}>
      <Card padding={3} radius={2} tone="positive" role="status">
        <Text size={1}>
          {writtenCount} {writtenCount === 1 ? 'text is' : 'texts are'} in review now, as drafts.
          The history of each document can undo it.
        </Text>
      </Card>
      {leftOut.length > 0 && (
        <Card padding={3} radius={2} tone="caution" role="alert">
          <Stack gap={3}>
            {leftOut.map(({ documentId, title, reason }) => (
              <Text key={documentId} size={1}>
                <strong>{title}</strong>: {reason}
              </Text>
            ))}
          </Stack>
        </Card>
      )}
      <Button text="Close" tone="primary" onClick={onClose} />
    </Stack>
  )
}
