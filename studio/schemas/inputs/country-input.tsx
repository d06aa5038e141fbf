import type { ArrayOfPrimitivesInputProps, StringInputProps } from 'sanity'
import { CodeInput } from './code-input.tsx'
import { CodeListInput } from './code-list-input.tsx'
import { countryChoices } from './countries.ts'

const PLACEHOLDER = 'Search by name, such as Italy'
const EMPTY = 'No country yet.'

/** One country, chosen by its English name and kept as its two letters. */
export function CountryInput(props: StringInputProps) {
  return <CodeInput {...props} choices={countryChoices()} placeholder={PLACEHOLDER} />
}

/** Countries in order. */
export function CountryListInput(props: ArrayOfPrimitivesInputProps) {
  return (
    <CodeListInput {...props} choices={countryChoices()} placeholder={PLACEHOLDER} empty={EMPTY} />
  )
}
