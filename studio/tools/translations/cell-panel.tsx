import { ChevronDownIcon } from '@sanity/icons/ChevronDown'
import { ChevronLeftIcon } from '@sanity/icons/ChevronLeft'
import { ChevronRightIcon } from '@sanity/icons/ChevronRight'
import { ChevronUpIcon } from '@sanity/icons/ChevronUp'
import { CloseIcon } from '@sanity/icons/Close'
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { IntentLink } from 'sanity/router'
import type { Language } from '#content/model/languages.ts'
import { words } from '../../schemas/words.ts'
import { GuidePanel } from './guide-panel.tsx'
import type { MatrixRow } from './rows.ts'
import { TextPanel } from './text-panel.tsx'

type Props = {
  row: MatrixRow
  language: Language
  rows: readonly MatrixRow[]
  columns: readonly Language[]
  onOpen: (row: string, language: string) => void
  onClose: () => void
}

const STEPS = [
  { key: 'ArrowUp', words: 'Text above', icon: ChevronUpIcon, row: -1, column: 0 },
  { key: 'ArrowDown', words: 'Text below', icon: ChevronDownIcon, row: 1, column: 0 },
  { key: 'ArrowLeft', words: 'Language before', icon: ChevronLeftIcon, row: 0, column: -1 },
  { key: 'ArrowRight', words: 'Language after', icon: ChevronRightIcon, row: 0, column: 1 },
] as const

/** One text in one language, beside the matrix: Alt and an arrow go to the next, Escape back to the matrix. */
export function CellPanel({ row, language, rows, columns, onOpen, onClose }: Props) {
  const panel = useRef<HTMLElement>(null)
  const at = rows.findIndex(({ id }) => id === row.id)
  const column = columns.findIndex(({ tag }) => tag === language.tag)
  useEffect(() => panel.current?.focus(), [])
  const cellBy = (step: { row: number; column: number }) => {
    const next = rows[at + step.row]
    const nextLanguage = columns[column + step.column]
    return next && nextLanguage ? { next, nextLanguage } : undefined
  }
  const go = (step: (typeof STEPS)[number]) => {
    const found = cellBy(step)
    if (found) onOpen(found.next.id, found.nextLanguage.tag)
  }
  const close = () => {
    onClose()
    document.querySelector<HTMLElement>('.matrix [tabindex="0"][data-cell]')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    const step = event.altKey ? STEPS.find(({ key }) => key === event.key) : undefined
    if (step === undefined) return
    event.preventDefault()
    go(step)
  }
  const id = row.documents?.get(language.tag) ?? (row.documents ? undefined : row.documentId)
  return (
    <section
      ref={panel}
      className="matrix-panel"
      aria-label={`${row.title}, ${row.label}, ${language.englishName}`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Card padding={4}>
        <Stack gap={4}>
          <Flex gap={2} align="flex-start">
            <Box flex={1}>
              <Stack gap={3}>
                <Text as="h2" weight="semibold">
                  {row.title}
                </Text>
                <Text size={1} muted>
                  {words(row.type)} · {row.label} · {language.englishName} ({language.tag})
                </Text>
              </Stack>
            </Box>
            {STEPS.map((step) => (
              <Button
                key={step.key}
                icon={step.icon}
                mode="bleed"
                padding={2}
                aria-label={step.words}
                title={`${step.words} (Alt+${step.key.replace('Arrow', '')})`}
                disabled={cellBy(step) === undefined}
                onClick={() => go(step)}
              />
            ))}
            <Button
              icon={CloseIcon}
              mode="bleed"
              padding={2}
              aria-label="Close"
              title="Close (Escape)"
              onClick={close}
            />
          </Flex>
          {row.path !== undefined && <TextPanel row={row} path={row.path} language={language} />}
          {row.type === 'guide' && <GuidePanel row={row} language={language} />}
          {row.type === 'interfaceText' && (
            <Text size={1}>These words are translated one by one in their document.</Text>
          )}
          {id !== undefined && (
            <Text size={1}>
              <IntentLink intent="edit" params={{ id, type: row.type }}>
                Open the document
              </IntentLink>
            </Text>
          )}
        </Stack>
      </Card>
    </section>
  )
}
