import { Spinner } from '@sanity/ui'
import { stringToPath, useDocumentOperation, useEditState } from 'sanity'
import { type DocumentText, textsOf } from '#content/model/document-texts.ts'
import { LAST_LANGUAGE, type Language } from '#content/model/languages.ts'
import { write } from '#content/model/review-steps.ts'
import { textPatch } from '#content/model/text-patch.ts'
import { TextEditor } from '../../translation/text-editor.tsx'
import { publicWords } from '../../translation/translated-value-input.tsx'
import { languageOf, useLanguages } from '../../translation/use-languages.ts'
import type { MatrixRow } from './rows.ts'

/** The text itself: source beside translation, its review, and what changed in the source since. */
export function TextPanel({
  row,
  path,
  language,
}: {
  row: MatrixRow
  path: string
  language: Language
}) {
  const { documentId, type } = row
  const { draft, published, ready } = useEditState(documentId, type)
  const { patch } = useDocumentOperation(documentId, type)
  const languages = useLanguages()
  const textIn = (document: unknown) => textsOf(document).find((one) => one.path === path)
  const text = textIn(draft ?? published)
  if (!ready || text === undefined) return <Spinner aria-label="Reading the text" />
  const { tag } = language
  const isSource = tag === LAST_LANGUAGE
  const sourceText = valueFor(text, LAST_LANGUAGE)?.text ?? ''
  const value = valueFor(text, tag)
  const inPublic = published ? valueFor(textIn(published), tag) : undefined
  const key = text.values.find((one) => one.language === tag)?.key ?? tag
  return (
    <TextEditor
      name={`${row.label}, ${language.englishName}`}
      language={language}
      value={value}
      source={
        isSource
          ? undefined
          : {
              text: sourceText,
              language: languageOf(languages, LAST_LANGUAGE),
              history: {
                id: documentId,
                read: (document) => valueFor(textIn(document), LAST_LANGUAGE)?.text,
              },
            }
      }
      inPublic={published ? publicWords(inPublic) : undefined}
      place={{
        documentId,
        documentType: type,
        path: stringToPath(`${path}[_key=="${key}"].value`),
      }}
      isReadOnly={false}
      onWrite={(words) => {
        const source = isSource ? words : sourceText
        const step = write(value, { text: words, source, origin: 'human' })
        const { set, unset, insert } = textPatch(text, tag, step)
        patch.execute([
          { set },
          ...(unset.length > 0 ? [{ unset }] : []),
          ...insert.map((one) => ({ insert: one })),
        ])
      }}
    />
  )
}

function valueFor(text: DocumentText | undefined, language: string) {
  return text?.values.find((one) => one.language === language)?.value
}
