import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import { Card, Flex, Text } from '@sanity/ui'
import { useConnectionState, useDocumentSyncState } from 'sanity'

const AWAY =
  'The server cannot be reached, so this form is closed for now. What you typed is kept in this tab and is sent by itself as soon as the server is back. Leave the tab open.'

// Whoever writes far down in a long form sees it too.
const IN_SIGHT = { position: 'sticky', insetBlockStart: 0, zIndex: 2 } as const

/** Says above a form why it is closed while the server is away, and that nothing is lost. */
export function AwayBanner({ id, type }: { id: string; type: string }) {
  const isCut = useConnectionState(id, type) === 'reconnecting'
  const sending = useDocumentSyncState(id, type)
  if (!isCut && sending !== 'stalled' && sending !== 'recovering') return null
  return (
    <Card tone="caution" border radius={2} padding={3} role="status" style={IN_SIGHT}>
      <Flex gap={3} align="center">
        <Text size={1} aria-hidden>
          <WarningOutlineIcon />
        </Text>
        <Text size={1}>{AWAY}</Text>
      </Flex>
    </Card>
  )
}
