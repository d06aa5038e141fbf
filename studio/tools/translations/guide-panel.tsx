import { Spinner, Stack, Text } from '@sanity/ui'
import { useEditState } from 'sanity'
import { guideWordsOf } from '#content/exchange/xliff/document-units.ts'
import { guideText } from '#content/model/guide-text.ts'
import { LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { StateChip } from '../../translation/state-chip.tsx'
import { languageOf, useLanguages } from '../../translation/use-languages.ts'
import { Written } from '../../translation/written.tsx'
import { cellOf, type MatrixRow } from './rows.ts'

/** A guide beside its source, to read. It is written and reviewed in its own document, paragraph by paragraph. */
export function GuidePanel({ row, language }: { row: MatrixRow; language: Language }) {
  const languages = useLanguages()
  const id = row.documents?.get(language.tag)
  const isSource = language.tag === LAST_LANGUAGE
  return (
    <Stack gap={3} className="text-editor">
      <div>
        <StateChip state={cellOf(row, language.tag).state} />
      </div>
      <div className="text-sides">
        {!isSource && <Prose id={row.documentId} language={languageOf(languages, LAST_LANGUAGE)} />}
        {id === undefined ? (
          <Text size={1} muted>
            There is no guide in this language yet. Export the texts for an agency, or create a
            guide with the same slug.
          </Text>
        ) : (
          <Prose id={id} language={language} />
        )}
      </div>
    </Stack>
  )
}

function Prose({ id, language }: { id: string; language: Language }) {
  const { draft, published, ready } = useEditState(id, 'guide')
  const words = guideWordsOf(draft ?? published)
  if (!ready) return <Spinner aria-label="Reading the guide" />
  return <Written language={language}>{words ? guideText(words) : ''}</Written>
}
