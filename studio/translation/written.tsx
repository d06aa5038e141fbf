import type { ReactNode } from 'react'
import type { Language } from '#content/model/languages.ts'
import './written.css'

/** Words in a language, or where one writes them: marked with it, in its direction and its font. */
export function Written({
  language,
  children,
  className = '',
}: {
  language: Language
  children: ReactNode
  className?: string
}) {
  return (
    <div
      className={`written ${className}`.trim()}
      lang={language.tag}
      dir={language.direction}
      data-font={language.font}
    >
      {children}
    </div>
  )
}
