import { definePlugin, type InputProps, isArrayOfObjectsInputProps } from 'sanity'
import { RecordingsInput } from './recordings-input.tsx'

/** Recordings of texts in forms, made in the browser; what reviewers said of texts stands beside them. */
export const audioPlugin = definePlugin({
  name: 'waymark-audio',
  form: { components: { input: AudioInput } },
})

function AudioInput(props: InputProps) {
  const isAudio = props.path.length === 1 && props.path[0] === 'audio'
  if (isAudio && isArrayOfObjectsInputProps(props)) return <RecordingsInput {...props} />
  return props.renderDefault(props)
}
