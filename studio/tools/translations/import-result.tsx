import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { useClient } from 'sanity'
import { ProgressBar } from '../../desk/progress-bar.tsx'
import { API } from '../../translation/api-version.ts'
import type { ImportChange } from './import-change.ts'
import type { Imported, LeftOut } from './run-import.ts'
import { type Undone, undoImport } from './undo-import.ts'

const UNDO = 'Undo this import'
const ONCE_MORE = 'Try once more'
const WHAT_UNDO_DOES =
  'Undoing puts back what stood there before, wherever nobody has written since. It is offered until you close this.'

type Undoing =
  | { kind: 'offered' }
  | { kind: 'running'; done: number; all: number }
  | { kind: 'done'; undone: Undone }

/** What was written, which documents were left as they were, and the way back. */
export function ImportResult({ imported, onClose }: { imported: Imported; onClose: () => void }) {
  const { writtenCount, leftOut, changes, untold } = imported
  const client = useClient(API)
  const [undoing, setUndoing] = useState<Undoing>({ kind: 'offered' })
  const undo = async (wanted: readonly ImportChange[], before?: Undone) => {
    const onProgress = (done: number) => setUndoing({ kind: 'running', done, all: wanted.length })
    const undone = await undoImport(client, wanted, onProgress)
    const isTriedAgain = (id: string) => wanted.some(({ documentId }) => documentId === id)
    const earlier = before?.left.filter(({ documentId }) => !isTriedAgain(documentId)) ?? []
    setUndoing({
      kind: 'done',
      undone: {
        ...undone,
        undoneCount: undone.undoneCount + (before?.undoneCount ?? 0),
        left: [...earlier, ...undone.left],
      },
    })
  }
  return (
    <Stack gap={4}>
      {undoing.kind !== 'done' && (
        <>
          <Card padding={3} radius={2} tone="positive" role="status">
            <Text size={1}>
              {writtenCount} {writtenCount === 1 ? 'text is' : 'texts are'} in review now, as
              drafts.
            </Text>
          </Card>
          <NotDone parts={leftOut} />
        </>
      )}
      {undoing.kind === 'offered' && changes.length > 0 && (
        <Text size={1} muted>
          {WHAT_UNDO_DOES}
        </Text>
      )}
      {undoing.kind === 'running' && (
        <ProgressBar label="Documents put back" done={undoing.done} all={undoing.all} />
      )}
      {undoing.kind === 'done' && <Outcome undone={undoing.undone} untold={untold} />}
      <Flex gap={3} wrap="wrap">
        <Button text="Close" tone="primary" fontSize={1} onClick={onClose} />
        {undoing.kind !== 'done' && changes.length > 0 && (
          <Button
            text={UNDO}
            mode="ghost"
            fontSize={1}
            loading={undoing.kind === 'running'}
            disabled={undoing.kind === 'running'}
            onClick={() => void undo(changes)}
          />
        )}
        {undoing.kind === 'done' && undoing.undone.again.length > 0 && (
          <Button
            text={ONCE_MORE}
            mode="ghost"
            fontSize={1}
            onClick={() => void undo(undoing.undone.again, undoing.undone)}
          />
        )}
      </Flex>
    </Stack>
  )
}

function Outcome({ undone, untold }: { undone: Undone; untold: readonly LeftOut[] }) {
  const { undoneCount, left } = undone
  return (
    <>
      <Card padding={3} radius={2} tone={undoneCount > 0 ? 'positive' : 'caution'} role="status">
        <Text size={1}>
          {undoneCount === 0 && 'Nothing was put back.'}
          {undoneCount === 1 && '1 text is as it was before the import.'}
          {undoneCount > 1 && `${undoneCount} texts are as they were before the import.`}
        </Text>
      </Card>
      <NotDone parts={[...left, ...untold]} />
    </>
  )
}

/** What did not go as wanted, and why. */
function NotDone({ parts }: { parts: readonly LeftOut[] }) {
  if (parts.length === 0) return null
  return (
    <Card padding={3} radius={2} tone="caution" role="alert">
      <Stack gap={3}>
        {parts.map(({ documentId, title, reason }) => (
          <Text key={`${documentId} ${title} ${reason}`} size={1}>
            <strong>{title}</strong>: {reason}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
