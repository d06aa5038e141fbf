import { CopyIcon } from '@sanity/icons/Copy'
import { DownloadIcon } from '@sanity/icons/Download'
import { Button, Flex, Text } from '@sanity/ui'
import { useState } from 'react'
import { saveFile } from '../../desk/save-file.ts'
import { csvOf, pasteOf, scansSheet } from './scans-sheet.ts'

const COPIED = 'Copied. Paste it into a spreadsheet.'
const NOT_COPIED = 'The browser did not let it be copied. Save it as CSV.'

/** Takes the table along as it is shown. */
export function SheetButtons(shown: Parameters<typeof scansSheet>[0]) {
  const [outcome, setOutcome] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(pasteOf(scansSheet(shown))).then(
      () => setOutcome(COPIED),
      () => setOutcome(NOT_COPIED),
    )
  const save = () => {
    const name = `${shown.isSample ? 'SAMPLE-' : ''}scans.csv`
    saveFile({ name, text: csvOf(scansSheet(shown)), type: 'text/csv' })
    setOutcome(`${name} is saved.`)
  }
  return (
    <Flex gap={2} align="center" wrap="wrap">
      <Button
        mode="ghost"
        fontSize={1}
        padding={3}
        icon={CopyIcon}
        text="Copy"
        onClick={() => void copy()}
      />
      <Button
        mode="ghost"
        fontSize={1}
        padding={3}
        icon={DownloadIcon}
        text="Save as CSV"
        onClick={save}
      />
      <Text size={1} role="status" aria-live="polite">
        {outcome}
      </Text>
    </Flex>
  )
}
