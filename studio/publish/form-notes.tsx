import { type InputProps, isObjectInputProps } from 'sanity'
import { HoursInput } from '../desk/hours-input.tsx'
import { DocumentNotes } from './document-notes.tsx'

/** Adds to forms what staff have to know: of whole documents above them, of opening hours beneath them. */
export function FormNotes(props: InputProps) {
  if (props.path.length === 0) return <DocumentNotes {...props} />
  const isHours = props.path.at(-1) === 'hours' && isObjectInputProps(props)
  return isHours ? <HoursInput {...props} /> : props.renderDefault(props)
}
