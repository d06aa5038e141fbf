import { ArrowDownIcon } from '@sanity/icons/ArrowDown'
import { ArrowUpIcon } from '@sanity/icons/ArrowUp'
import { CloseIcon } from '@sanity/icons/Close'
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import { type ArrayOfPrimitivesInputProps, set, unset } from 'sanity'
import { type CodeChoice, CodeSearch, labelOf } from './code-input.tsx'

type Listing = {
  choices: readonly CodeChoice[]
  placeholder: string
  empty: string
}

/** A list of codes in the author's order: added by searching, moved and taken off by buttons. */
export function CodeListInput({
  choices,
  placeholder,
  empty,
  ...props
}: ArrayOfPrimitivesInputProps & Listing) {
  const codes = (props.value ?? []).map(String)
  const [said, say] = useState('')
  const isReadOnly = props.readOnly === true
  const isAdding = useRef(false)
  const stored = codes.join()
  // The search begins anew with each code that is added, under the hands of whoever adds the next.
  useEffect(() => {
    if (stored !== '' && isAdding.current) document.getElementById(props.id)?.focus()
    isAdding.current = false
  }, [stored, props.id])
  const name = (code: string) => labelOf(code, choices.find(({ value }) => value === code)?.title)
  const change = (next: string[], outcome: string) => {
    props.onChange(next.length === 0 ? unset() : set(next))
    say(outcome)
  }
  const move = (code: string, to: number) =>
    change(codes.filter((one) => one !== code).toSpliced(to, 0, code), `${name(code)} moved`)
  return (
    <Stack gap={2}>
      {codes.length === 0 && (
        <Text size={1} muted>
          {empty}
        </Text>
      )}
      {codes.map((code, at) => (
        <Card key={code} border radius={2} paddingLeft={3}>
          <Flex align="center" gap={1}>
            <Text size={1} style={{ flex: 1 }}>
              {name(code)}
            </Text>
            <Button
              mode="bleed"
              icon={ArrowUpIcon}
              aria-label={`Move ${name(code)} up`}
              disabled={isReadOnly || at === 0}
              onClick={() => move(code, at - 1)}
            />
            <Button
              mode="bleed"
              icon={ArrowDownIcon}
              aria-label={`Move ${name(code)} down`}
              disabled={isReadOnly || at === codes.length - 1}
              onClick={() => move(code, at + 1)}
            />
            <Button
              mode="bleed"
              icon={CloseIcon}
              aria-label={`Take off ${name(code)}`}
              disabled={isReadOnly}
              onClick={() => change(codes.toSpliced(at, 1), `${name(code)} taken off`)}
            />
          </Flex>
        </Card>
      ))}
      <CodeSearch
        key={stored}
        id={props.id}
        choices={choices.filter(({ value }) => !codes.includes(value))}
        placeholder={placeholder}
        isReadOnly={isReadOnly}
        onChoose={(code) => {
          if (code === '') return
          isAdding.current = true
          change([...codes, code], `${name(code)} added`)
        }}
      />
      <div aria-live="polite" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        {said}
      </div>
    </Stack>
  )
}
