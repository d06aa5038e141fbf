import { Button, Card, Flex, Select, Stack, Text, TextInput } from '@sanity/ui'
import { useState } from 'react'
import type { Language } from '#content/model/languages.ts'
import { MATRIX_TYPES } from '#content/model/matrix.ts'
import { words } from '../../schemas/words.ts'
import { TEXT_STATES } from '../../translation/text-state.ts'
import { CELL_STATES, isCellState } from './cell-state.ts'
import { ExportDialog } from './export-dialog.tsx'
import type { MatrixView } from './filters.ts'
import { ImportDialog } from './import-dialog.tsx'
import { LanguagePicker } from './language-picker.tsx'
import type { MatrixState } from './matrix-state.ts'
import { type Progress, sumOf } from './progress.ts'
import type { MatrixRow } from './rows.ts'

type Props = {
  state: MatrixState
  view: MatrixView
  onChange: (change: Partial<MatrixView>) => void
  languages: readonly Language[]
  columns: readonly Language[]
  rows: readonly MatrixRow[]
  progress: ReadonlyMap<string, Progress>
}

/** What is shown, how far it is, and the way out to agencies and back. */
export function MatrixToolbar(props: Props) {
  const { state, view, onChange, languages, columns, rows, progress } = props
  const [dialog, setDialog] = useState<'export' | 'import'>()
  const campaign = state.campaigns.find(({ _id }) => _id === view.campaign)
  const { approved, total } = sumOf(progress.values())
  return (
    <Card padding={3} borderBottom>
      <Stack gap={3}>
        <div className="matrix-filters">
          <Choice
            label="Campaign"
            all="All campaigns"
            value={view.campaign}
            options={state.campaigns.map(({ _id, name }) => [_id, name])}
            onChange={(id) => onChange({ campaign: id })}
          />
          <Choice
            label="Type"
            all="All types"
            value={view.type}
            options={MATRIX_TYPES.map((type) => [type, words(type)])}
            onChange={(type) => onChange({ type })}
          />
          <Choice
            label="State"
            all="All states"
            value={view.state}
            options={CELL_STATES.map((one) => [one, TEXT_STATES[one].words])}
            onChange={(one) => onChange({ state: isCellState(one) ? one : undefined })}
          />
          <LanguagePicker
            languages={languages}
            chosen={view.languages}
            onChange={(chosen) => onChange({ languages: chosen })}
          />
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the input is the component's own */}
          <label>
            Search
            <TextInput
              fontSize={1}
              type="search"
              placeholder="Words of the source"
              value={view.search}
              onChange={(event) => onChange({ search: event.currentTarget.value })}
            />
          </label>
          <div className="matrix-actions">
            <Button
              text="Export XLIFF"
              mode="ghost"
              fontSize={1}
              disabled={rows.length === 0}
              onClick={() => setDialog('export')}
            />
            <Button
              text="Import XLIFF"
              mode="ghost"
              fontSize={1}
              onClick={() => setDialog('import')}
            />
          </div>
        </div>
        <Flex gap={4} wrap="wrap">
          <Text size={1} muted role="status">
            {rows.length} {rows.length === 1 ? 'text' : 'texts'} in {columns.length}{' '}
            {columns.length === 1 ? 'language' : 'languages'}: {approved} of {total} approved
          </Text>
          <Legend />
        </Flex>
      </Stack>
      {dialog === 'export' && (
        <ExportDialog
          campaign={campaign}
          rows={rows}
          languages={columns}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'import' && (
        <ImportDialog
          campaign={campaign}
          language={view.languages.length === 1 ? view.languages[0] : undefined}
          languages={languages}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Card>
  )
}

type ChoiceProps = {
  label: string
  all: string
  value: string | undefined
  options: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is the component's own
    <label>
      {label}
      <Select
        fontSize={1}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{all}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  )
}

/** What the shapes mean. */
function Legend() {
  return (
    <Flex gap={3} wrap="wrap" aria-hidden="true">
      {CELL_STATES.map((state) => (
        <Text key={state} size={1} muted>
          {TEXT_STATES[state].shape} {TEXT_STATES[state].words}
        </Text>
      ))}
    </Flex>
  )
}
