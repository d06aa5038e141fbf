import type { StringInputProps } from 'sanity'
import { CodeInput } from './code-input.tsx'

const PLACEHOLDER = 'Search by town, such as Rome'

const choices = Intl.supportedValuesOf('timeZone').map((value) => ({
  value,
  title: value.split('/').slice(1).join(', ').replaceAll('_', ' ') || value,
}))

/** A time zone, chosen by a town in it and kept by its IANA name. */
export function ZoneInput(props: StringInputProps) {
  return <CodeInput {...props} choices={choices} placeholder={PLACEHOLDER} />
}
