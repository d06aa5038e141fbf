import { Text } from '@sanity/ui'
import type { Recording } from '#content/model/documents/recording.ts'
import { AddFile } from './add-file.tsx'
import { formatOf, soundFileName } from './sound-file.ts'

type Props = { one: Recording; name: string; onKept: ((asset: string) => void) | undefined }

/** In which formats a recording is there, and a place for the one that some telephones lack. */
export function OtherFormat({ one, name, onKept }: Props) {
  const formats = [one.file, one.otherFile].flatMap((file) =>
    file ? formatOf(file.asset._ref) : [],
  )
  return (
    <>
      <Text size={1} muted>{`Format: ${formats.join(' and ')}.`}</Text>
      {onKept && one.otherFile === undefined && one.sign === undefined && (
        <AddFile
          label={`The same take in another format, of ${name}`}
          hint="Older iPhones play AAC (MP4) only, other telephones prefer Opus (WebM, Ogg). With both, everybody hears it. It needs approving again."
          accept="audio/*,.weba,.webm,.ogg,.opus,.m4a,.mp4,.mp3"
          nameOf={(type) => (type === '' ? undefined : soundFileName(type))}
          onKept={onKept}
        />
      )}
    </>
  )
}
