/** What somebody may do to texts. The server decides; this is which buttons are offered. */
export type TextRights = { mayWrite: boolean; mayReview: boolean; mayRecord: boolean }

const WRITERS = ['administrator', 'editor', 'translator']
const REVIEWERS = ['administrator', 'editor', 'reviewer']
// Sounds are files, and files are kept by whoever may publish.
const RECORDERS = ['administrator', 'editor']

/** What these roles together may do to texts. */
export function textRights(roles: readonly { name: string }[]): TextRights {
  const hasOneOf = (names: readonly string[]) => roles.some(({ name }) => names.includes(name))
  return {
    mayWrite: hasOneOf(WRITERS),
    mayReview: hasOneOf(REVIEWERS),
    mayRecord: hasOneOf(RECORDERS),
  }
}
