import type { Language } from '#content/model/languages.ts'
import { differingWords } from './differing-words.ts'
import { Written } from './written.tsx'

/** What changed from one text to another: new words underlined, old ones struck through. */
export function WordDiff({
  before,
  after,
  language,
}: {
  before: string
  after: string
  language: Language
}) {
  return (
    <Written language={language} className="word-diff">
      {keyed(differingWords(before, after, language.tag)).map(({ key, kind, text }) => {
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </Written>
  )
}

/** Runs have no identity but where they stand. */
function keyed<T extends object>(runs: readonly T[]): (T & { key: string })[] {
  return runs.map((run, at) => ({ ...run, key: String(at) }))
}
