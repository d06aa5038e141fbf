import { Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import { useCallback, useMemo } from 'react'
import { findLanguage } from '#content/model/languages.ts'
import { useLanguages } from '../../translation/use-languages.ts'
import { CellPanel } from './cell-panel.tsx'
import { columnsOf, documentsOf, filterRows } from './filters.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { type MatrixState, rowsOfState } from './matrix-state.ts'
import { MatrixToolbar } from './matrix-toolbar.tsx'
import { progressOf } from './progress.ts'
import { useInterfaceRow } from './use-interface-row.ts'
import { useMatrix } from './use-matrix.ts'
import { useView } from './use-view.ts'

const TITLE = 'Translations'
const LOADING = 'Reading every text'

/** The tool: what is filtered, the matrix, and the open cell beside it. */
export function TranslationsPage() {
  const loading = useMatrix()
  if (loading.kind === 'loading') {
    return (
      <Flex align="center" justify="center" height="fill" gap={3} role="status">
        <Spinner />
        <Text>{LOADING}</Text>
      </Flex>
    )
  }
  if (loading.kind === 'failed') {
    return (
      <Flex align="center" justify="center" height="fill">
        <Card padding={4} radius={3} tone="critical" role="alert">
          <Stack gap={4}>
            <Text>{loading.words}</Text>
            <Button text="Try again" onClick={loading.retry} />
          </Stack>
        </Card>
      </Flex>
    )
  }
  return <Translations state={loading.state} />
}

function Translations({ state }: { state: MatrixState }) {
  const [view, change] = useView()
  const languages = useLanguages()
  const interfaceRow = useInterfaceRow(state)
  const all = useMemo(
    () => [...rowsOfState(state), ...(interfaceRow ? [interfaceRow] : [])],
    [interfaceRow, state],
  )
  const campaign = state.campaigns.find(({ _id }) => _id === view.campaign)
  const columns = useMemo(
    () => columnsOf(languages, campaign, view.languages),
    [campaign, languages, view.languages],
  )
  const shown = useMemo(
    () => columns.map((tag) => findLanguage(languages, tag)).filter((one) => one !== undefined),
    [columns, languages],
  )
  const documents = useMemo(
    () => campaign && documentsOf(campaign, [...state.documents.values()]),
    [campaign, state],
  )
  const rows = useMemo(
    () => filterRows(all, view, { columns, documents }),
    [all, columns, documents, view],
  )
  const progress = useMemo(() => progressOf(rows, columns), [columns, rows])
  const onOpen = useCallback((row: string, language: string) => change({ row, language }), [change])
  const openRow = all.find(({ id }) => id === view.row)
  const language = findLanguage(languages, view.language ?? '')
  return (
    <Card as="main" height="fill">
      <div className="matrix-page">
        <h1 className="matrix-title">{TITLE}</h1>
        <MatrixToolbar
          state={state}
          view={view}
          onChange={change}
          languages={languages}
          columns={shown}
          rows={rows}
          progress={progress}
        />
        <div className="matrix-sides">
          {rows.length > 0 && shown.length > 0 ? (
            <MatrixGrid
              rows={rows}
              languages={shown}
              progress={progress}
              open={{ row: view.row, language: view.language }}
              onOpen={onOpen}
            />
          ) : (
            <NothingFound isEmpty={all.length === 0} />
          )}
          {openRow && language && (
            <CellPanel
              key={`${openRow.id} ${language.tag}`}
              row={openRow}
              language={language}
              rows={rows}
              columns={shown}
              onOpen={onOpen}
              onClose={() => change({ row: '', language: '' })}
            />
          )}
        </div>
      </div>
    </Card>
  )
}

function NothingFound({ isEmpty }: { isEmpty: boolean }) {
  const words = isEmpty
    ? 'There is no text yet. Write a message first: its heading is the first row here.'
    : 'No text is like that. Take a filter away.'
  return (
    <Flex align="center" justify="center" flex={1} padding={5}>
      <Text muted>{words}</Text>
    </Flex>
  )
}
