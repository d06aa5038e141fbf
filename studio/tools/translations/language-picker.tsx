import { ChevronDownIcon } from '@sanity/icons/ChevronDown'
import {
  Button,
  Card,
  Checkbox,
  Flex,
  Popover,
  Stack,
  Text,
  useClickOutsideEvent,
} from '@sanity/ui'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '#content/model/languages.ts'

type Props = {
  languages: readonly Language[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Which languages are columns; none chosen shows those of the campaign, or all. */
export function LanguagePicker({ languages, chosen, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useClickOutsideEvent(
    () => setIsOpen(false),
    () => [button.current, list.current],
  )
  // It stands at the end of the page, where no Tab would find it.
  useEffect(() => {
    if (isOpen) list.current?.querySelector<HTMLElement>('button:enabled, input')?.focus()
  }, [isOpen])
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  const toggle = (tag: string) => {
    const rest = chosen.filter((one) => one !== tag)
    onChange(rest.length < chosen.length ? rest : [...chosen, tag])
  }
  const content = (
    <Card
      ref={list}
      padding={3}
      radius={2}
      overflow="auto"
      style={{ maxBlockSize: '60vh' }}
      role="dialog"
      aria-label="Languages to show"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !list.current?.contains(relatedTarget)) close()
      }}
    >
      <Stack gap={3}>
        <Button
          text="All"
          mode="bleed"
          fontSize={1}
          padding={2}
          disabled={chosen.length === 0}
          onClick={() => onChange([])}
        />
        {languages.map(({ tag, ownName, englishName, direction }) => (
          <Flex as="label" key={tag} gap={3} align="center">
            <Checkbox checked={chosen.includes(tag)} onChange={() => toggle(tag)} />
            <Text size={1}>
              <bdi lang={tag} dir={direction}>
                {ownName}
              </bdi>{' '}
              · {englishName} · {tag}
            </Text>
          </Flex>
        ))}
      </Stack>
    </Card>
  )
  return (
    <Popover open={isOpen} content={content} portal placement="bottom-start">
      <Button
        ref={button}
        text={chosen.length === 0 ? 'Languages' : `Languages: ${chosen.length}`}
        iconRight={ChevronDownIcon}
        mode="ghost"
        fontSize={1}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      />
    </Popover>
  )
}
