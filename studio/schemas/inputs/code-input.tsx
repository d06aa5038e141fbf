import { Autocomplete, Card, Flex, Text } from '@sanity/ui'
import { type KeyboardEvent, useState } from 'react'
import { type StringInputProps, set, unset } from 'sanity'

/** A code, and the English name by which an author finds it. */
export type CodeChoice = { value: string; title: string }

type Searching = {
  id: string
  choices: readonly CodeChoice[]
  value?: string
  placeholder: string
  isReadOnly: boolean
  onChoose: (value: string) => void
}

/** A field to search a long list of codes by name or code. Enter takes the first that is found. */
export function CodeSearch({ id, choices, value, placeholder, isReadOnly, onChoose }: Searching) {
  const [query, setQuery] = useState('')
  const titles = new Map(choices.map((choice) => [choice.value, choice.title]))
  const known = value === undefined || value === '' || titles.has(value)
  const options = bestFirst(query, known ? choices : [...choices, { value, title: value }])
  const takeFirst = (event: KeyboardEvent) => {
    // On an option of the list, Enter is a click; while letters are composed, it ends that.
    const isTyping = event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing
    if (event.key !== 'Enter' || !isTyping || query.trim() === '') return
    const [first] = options.filter((option) => matches(query, option))
    if (first === undefined) return
    event.preventDefault()
    setQuery('')
    onChoose(first.value)
  }
  return (
    <Autocomplete
      id={id}
      onKeyDown={takeFirst}
      onQueryChange={(typed) => setQuery(typed ?? '')}
      openButton
      readOnly={isReadOnly}
      fontSize={1}
      padding={3}
      placeholder={placeholder}
      {...(value !== undefined && { value })}
      options={[...options]}
      filterOption={(query, option) => matches(query, option)}
      renderValue={(code) => labelOf(code, titles.get(code))}
      renderOption={(option) => (
        <Card as="button" padding={3} radius={2}>
          <Flex justify="space-between" gap={3}>
            <Text size={1}>{option.title}</Text>
            <Text size={1} muted>
              {option.value}
            </Text>
          </Flex>
        </Card>
      )}
      onChange={onChoose}
    />
  )
}

/** A string field whose value is a code. */
export function CodeInput({
  choices,
  placeholder,
  ...props
}: StringInputProps & { choices: readonly CodeChoice[]; placeholder: string }) {
  return (
    <CodeSearch
      id={props.id}
      choices={choices}
      placeholder={placeholder}
      isReadOnly={props.readOnly === true}
      {...(props.value !== undefined && { value: props.value })}
      onChoose={(value) => props.onChange(value === '' ? unset() : set(value))}
    />
  )
}

/** The name of a code with the code itself, or the code alone where it has none. */
export function labelOf(code: string, title: string | undefined): string {
  return title === undefined || title === code ? code : `${title} (${code})`
}

/** Whether a choice is meant: its code, or a part of its name, whatever the case and the accents. */
export function matches(query: string, { value, title }: CodeChoice): boolean {
  return plain(`${title} ${value.replaceAll('_', ' ')}`).includes(plain(query).trim())
}

/** The same choices: first those that are called just so, then those that begin so. */
export function bestFirst(query: string, choices: readonly CodeChoice[]): CodeChoice[] {
  const wanted = plain(query).trim()
  const rank = ({ value, title }: CodeChoice) => {
    if (plain(title) === wanted || plain(value) === wanted) return 0
    return plain(title).startsWith(wanted) ? 1 : 2
  }
  return choices.toSorted((a, b) => rank(a) - rank(b))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
