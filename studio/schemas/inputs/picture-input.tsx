import { Card, Stack, Text } from '@sanity/ui'
import { type SyntheticEvent, useState } from 'react'
import type { ObjectInputProps } from 'sanity'
import { pictureProblem } from './picture-rules.ts'

/** A picture's field that says at once what is wrong with a file, before a byte of it is sent. */
export function PictureInput(props: ObjectInputProps) {
  const [problem, setProblem] = useState<string>()
  const look = (event: SyntheticEvent, files: FileList | null | undefined) => {
    const found = [...(files ?? [])].map(pictureProblem).find((one) => one !== undefined)
    setProblem(found)
    if (found === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (event.target instanceof HTMLInputElement) event.target.value = ''
  }
  return (
    <Stack
      gap={2}
      onChangeCapture={(event) => {
        const { target } = event
        if (target instanceof HTMLInputElement && target.type === 'file') look(event, target.files)
      }}
      onDropCapture={(event) => look(event, event.dataTransfer.files)}
      onPasteCapture={(event) => {
        if (event.clipboardData.files.length > 0) look(event, event.clipboardData.files)
      }}
    >
      <div role="alert">
        {problem !== undefined && (
          <Card tone="critical" padding={3} radius={2} border>
            <Text size={1}>{problem}</Text>
          </Card>
        )}
      </div>
      {props.renderDefault(props)}
    </Stack>
  )
}
