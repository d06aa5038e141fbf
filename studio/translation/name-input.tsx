import { type Path, type StringInputProps, useFormValue } from 'sanity'
import { languageOf, useLanguages } from './use-languages.ts'
import { Written } from './written.tsx'

/** A name in one language: its field in the direction and the font of that language. */
export function NameInput(props: StringInputProps) {
  const tag = useFormValue([...props.path.slice(0, -1), 'language'])
  const language = languageOf(useLanguages(), String(tag ?? ''))
  return <Written language={language}>{props.renderDefault(props)}</Written>
}

/** Whether a path leads to the words of one language of a name. */
export function isNamePath(path: Path): boolean {
  const item = path.at(-2)
  return path.at(-1) === 'value' && typeof item === 'object' && '_key' in item
}
