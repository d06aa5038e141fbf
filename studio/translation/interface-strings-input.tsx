import { Card, Flex, Label, Select, Stack, Text } from '@sanity/ui'
import { useId, useMemo, useState } from 'react'
import {
  type ArrayOfObjectsInputProps,
  getPublishedId,
  insert,
  set,
  setIfMissing,
  unset,
  useEditState,
  useFormValue,
} from 'sanity'
import english from '#content/locales/en.json'
import notes from '#content/locales/notes.json'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { groupRows, type InterfaceRow, interfaceRows, writtenStrings } from './interface-rows.ts'
import { InterfaceText } from './interface-text.tsx'
import { edited } from './review.ts'
import { TEXT_STATES, type TextState } from './text-state.ts'
import { languageOf, useLanguages } from './use-languages.ts'
import { useWords } from './use-words.ts'

const STATES = Object.entries(TEXT_STATES)

/** The words of our own pages in one language: all of them, also those the document has not yet. */
export function InterfaceStringsInput({
  value: strings,
  onChange,
  readOnly = false,
}: ArrayOfObjectsInputProps) {
  const tag = String(useFormValue(['language']) ?? '')
  const documentId = getPublishedId(String(useFormValue(['_id'])))
  const { published } = useEditState(documentId, 'interfaceText')
  const languages = useLanguages()
  const builtIn = useWords(tag)
  const [wanted, setWanted] = useState('')
  const filterId = useId()
  const rows = useMemo(
    () => interfaceRows({ tag, english, notes, builtIn, strings }),
    [tag, builtIn, strings],
  )
  const inPublic = useMemo(() => writtenStrings(published?.['strings']), [published])
  if (tag === '') {
    return <Text size={1}>Choose the language above. Then its words are listed here.</Text>
  }
  const shown = rows.filter(({ state }) => wanted === '' || state === wanted)
  const write = (row: InterfaceRow, text: string) => {
    const value = edited(row.value, text, row.source)
    if (row.itemKey === undefined) {
      const item = { _key: row.key, key: row.key, value: { _type: 'translatedValue', ...value } }
      onChange([setIfMissing([]), insert([item], 'after', [-1])])
      return
    }
    const at = [{ _key: row.itemKey }, 'value']
    onChange([
      setIfMissing({ _type: 'translatedValue' }, at),
      set(text, [...at, 'text']),
      set(value.origin, [...at, 'origin']),
      set(value.sourceHash, [...at, 'sourceHash']),
      unset([...at, 'submittedOn']),
      unset([...at, 'rejected']),
    ])
  }
  return (
    <Stack gap={4}>
      <Flex gap={3} align="center" wrap="wrap">
        <Label as="label" htmlFor={filterId} size={1}>
          Show
        </Label>
        <Select
          id={filterId}
          fontSize={1}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        >
          <option value="">All, {rows.length}</option>
          {STATES.map(([state, { words }]) => (
            <option key={state} value={state}>
              {words}, {countOf(rows, state)}
            </option>
          ))}
        </Select>
      </Flex>
      {shown.length === 0 && <Text size={1}>No words in this state. Choose another above.</Text>}
      {groupRows(shown).map(([group, members]) => (
        <Group key={`${group} ${wanted}`} name={group} rows={members} isOpen={wanted !== ''}>
          {(row) => (
            <InterfaceText
              key={row.key}
              row={row}
              language={languageOf(languages, tag)}
              english={languageOf(languages, LAST_LANGUAGE)}
              documentId={documentId}
              published={inPublic.get(row.key)?.value}
              isReadOnly={readOnly === true}
              onWrite={(text) => write(row, text)}
            />
          )}
        </Group>
      ))}
    </Stack>
  )
}

type GroupProps = {
  name: string
  rows: readonly InterfaceRow[]
  isOpen: boolean
  children: (row: InterfaceRow) => React.ReactNode
}

/** The words of one part of our pages, drawn once it is opened. */
function Group({ name, rows, isOpen, children }: GroupProps) {
  const [isShown, setIsShown] = useState(isOpen)
  const done = countOf(rows, 'approved')
  return (
    <Card border radius={2}>
      <details open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
        <summary className="word-group">
          {name} · {done} of {rows.length} approved
        </summary>
        {isShown && (
          <Stack gap={5} padding={4}>
            {rows.map(children)}
          </Stack>
        )}
      </details>
    </Card>
  )
}

function countOf(rows: readonly InterfaceRow[], state: TextState | string): number {
  return rows.filter((row) => row.state === state).length
}
