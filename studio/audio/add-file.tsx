import { Card, Stack, Text } from '@sanity/ui'
import { useId } from 'react'
import { useUpload } from './use-upload.ts'

type Props = {
  label: string
  hint: string
  /** Endings and kinds, as a file dialog takes them. */
  accept: string
  nameOf: (mimeType: string) => string | undefined
  onKept: (asset: string) => void
}

/** Takes a file from this computer, says what it is for, and what went wrong. */
export function AddFile({ label, hint, accept, nameOf, onKept }: Props) {
  const id = useId()
  const { send, isSending, problem } = useUpload(nameOf, onKept)
  return (
    <Stack gap={2}>
      <Text as="label" size={1} weight="semibold" htmlFor={id}>
        {label}
      </Text>
      <Text size={1} muted>
        {hint}
      </Text>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isSending}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void send(file)
          currentTarget.value = ''
        }}
      />
      <div role="status" aria-live="polite">
        {isSending && <Text size={1}>Sending …</Text>}
        {problem && (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>{problem}</Text>
          </Card>
        )}
      </div>
    </Stack>
  )
}
