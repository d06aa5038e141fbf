// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out what is not in sight
import type { VirtualItem } from '@tanstack/react-virtual'
import type { Language } from '#content/model/languages.ts'
import type { Progress } from './progress.ts'

type Props = {
  languages: readonly Language[]
  columns: readonly VirtualItem[]
  progress: ReadonlyMap<string, Progress>
}

/** The row of languages, each with what is approved in it. */
export function MatrixHeader({ languages, columns, progress }: Props) {
  return (
    <div className="matrix-header" role="row" aria-rowindex={1} tabIndex={-1}>
      <div className="matrix-corner" role="columnheader" aria-colindex={1} tabIndex={-1}>
        Text
      </div>
      {columns.map(({ index, start }) => {
        const language = languages[index]
        if (language === undefined) return null
        const { approved, total } = progress.get(language.tag) ?? { approved: 0, total: 0 }
        const count = `${approved} of the ${total} texts listed here are approved`
        const words = `${language.englishName}, ${language.tag}: ${count}. The words on our own buttons count as one.`
        return (
          <div
            key={language.tag}
            className="matrix-language"
            role="columnheader"
            aria-colindex={index + 2}
            aria-label={words}
            title={words}
            tabIndex={-1}
            style={{ insetInlineStart: start }}
          >
            <span lang={language.tag} dir={language.direction} className="matrix-own-name">
              {language.ownName}
            </span>
            <span>{language.tag}</span>
            <span>
              {approved}/{total}
            </span>
            <progress max={total || 1} value={approved} aria-hidden="true" />
          </div>
        )
      })}
    </div>
  )
}
