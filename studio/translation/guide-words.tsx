import { type InputProps, type Path, useFormValue } from 'sanity'
import { languageOf, useLanguages } from './use-languages.ts'
import { Written } from './written.tsx'

const WORDS = ['title', 'summary', 'body']

/** Whether a path leads to what would be the words of a guide, if the document is one. */
export function isGuideWords(path: Path): boolean {
  return path.length === 1 && WORDS.includes(String(path[0]))
}

/** The words of a guide: their fields in the direction and the font of its language. */
export function GuideWords(props: InputProps) {
  const type = useFormValue(['_type'])
  const tag = useFormValue(['language'])
  const languages = useLanguages()
  if (type !== 'guide' || typeof tag !== 'string') return props.renderDefault(props)
  return <Written language={languageOf(languages, tag)}>{props.renderDefault(props)}</Written>
}
