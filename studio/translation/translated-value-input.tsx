import { Label } from '@sanity/ui'
import {
  getPublishedId,
  getValueAtPath,
  type ObjectInputProps,
  pathToString,
  set,
  setIfMissing,
  unset,
  useEditState,
  useFormValue,
  useSchema,
} from 'sanity'
import { fieldTitle } from '../schemas/field-title.ts'
import { edited } from './review.ts'
import { readTranslatedValue, sourceOf, type TextItem, textItems } from './source-of.ts'
import { TextEditor } from './text-editor.tsx'
import { languageOf, useLanguages } from './use-languages.ts'
import { useTextRights } from './use-text-rights.ts'

/** One language of a text in a form: the source beside it, its words, its review. */
export function TranslatedValueInput(props: ObjectInputProps) {
  const { path, value: stored, onChange, readOnly = false } = props
  const listPath = path.slice(0, -2)
  const items = textItems(useFormValue(listPath))
  const key = keyIn(path.at(-2))
  const own = items.find((item) => item.key === key)
  const documentId = getPublishedId(String(useFormValue(['_id'])))
  const documentType = String(useFormValue(['_type']))
  const { draft, published } = useEditState(documentId, documentType)
  const isNow = useFormValue(['_rev']) === (draft ?? published)?._rev
  const { mayWrite, mayReview } = useTextRights()
  const languages = useLanguages()
  const language = languageOf(languages, own?.language ?? '')
  const title = fieldTitle(useSchema(), { type: documentType, path: pathToString(listPath) })
  const source = sourceOf(items)
  const value = readTranslatedValue(stored)
  const isSource = source === undefined || source.key === key
  const read = (document: unknown) => {
    const then = textItems(getValueAtPath(document, listPath))
    return then.find((item) => item.language === source?.language)?.value?.text
  }
  return (
    <TextEditor
      name={`${title}, ${language.englishName}`}
      title={
        <Label size={1} muted>
          {language.englishName} ({language.tag})
        </Label>
      }
      language={language}
      value={value}
      source={
        isSource
          ? undefined
          : {
              text: textOf(source),
              language: languageOf(languages, source.language),
              history: { id: documentId, read },
            }
      }
      inPublic={published ? publicWords(getValueAtPath(published, path)) : undefined}
      place={{ documentId, documentType, path }}
      isReadOnly={readOnly}
      // The form is closed to reviewers, and what they decide is not written through it.
      isClosed={readOnly && !(isNow && mayReview && !mayWrite)}
      onWrite={(text) => {
        const { origin, sourceHash } = edited(value, text, isSource ? text : textOf(source))
        onChange([
          setIfMissing({ _type: 'translatedValue' }),
          set(text, ['text']),
          set(origin, ['origin']),
          set(sourceHash, ['sourceHash']),
          unset(['submittedOn']),
          unset(['rejected']),
        ])
      }}
    />
  )
}

function textOf(item: TextItem | undefined): string {
  return item?.value?.text ?? ''
}

/** What the public reads of a published text; empty where it reads nothing. */
export function publicWords(stored: unknown): string {
  const value = readTranslatedValue(stored)
  return value?.withdrawn ? '' : (value?.approved?.text ?? '')
}

function keyIn(step: unknown): string | undefined {
  const isKeyed = typeof step === 'object' && step !== null && '_key' in step
  return isKeyed ? String(step._key) : undefined
}
