import type { AnchorHTMLAttributes } from 'react'

const UNDERLINED = { textDecoration: 'underline' } as const

/** A link within a sentence: underlined, since its colour alone does not tell it from the words around. */
export function TextLink(props: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a {...props} style={UNDERLINED} />
}
