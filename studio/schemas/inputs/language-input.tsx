import { useEffect, useState } from 'react'
import { type ArrayOfPrimitivesInputProps, type StringInputProps, useClient } from 'sanity'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { languageChoices } from '../../translation/plugins.ts'
import { type CodeChoice, CodeInput } from './code-input.tsx'
import { CodeListInput } from './code-list-input.tsx'

const PLACEHOLDER = 'Search by name, such as Tigrinya'
const EMPTY = 'No language yet.'
const builtIn = BUILT_IN_LANGUAGES.map(({ tag, englishName }) => ({
  value: tag,
  title: englishName,
}))

/** One language, chosen by its English name and kept as its tag. */
export function LanguageInput(props: StringInputProps) {
  return <CodeInput {...props} choices={useLanguages()} placeholder={PLACEHOLDER} />
}

/** Languages in order. */
export function LanguageListInput(props: ArrayOfPrimitivesInputProps) {
  const choices = useLanguages()
  return <CodeListInput {...props} choices={choices} placeholder={PLACEHOLDER} empty={EMPTY} />
}

/** The built-in languages at once, and then those that authors added. */
function useLanguages(): readonly CodeChoice[] {
  const client = useClient({ apiVersion: '2025-02-19' })
  const [choices, setChoices] = useState<readonly CodeChoice[]>(builtIn)
  useEffect(() => {
    let isGone = false
    languageChoices(client).then(
      (known) => {
        if (!isGone) setChoices(known.map(({ id, title }) => ({ value: id, title })))
      },
      // The built-in ones stay.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [client])
  return choices
}
