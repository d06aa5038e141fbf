import type {
  DocumentActionComponent,
  DuplicateDocumentActionComponent,
  SanityDocumentLike,
} from 'sanity'
import { copyOf } from './copy-of.ts'

const ONE_A_LANGUAGE: readonly string[] = ['language', 'interfaceText']
const WHY_NOT = 'There is one of these for each language. Begin a new one for another language.'

/** The Studio's duplicating, without what people have said about the one that is copied. */
export function duplicateWords(usual: DuplicateDocumentActionComponent): DocumentActionComponent {
  // An action is a hook in itself: it is asked whether it is offered or not.
  const action: DocumentActionComponent = (props) => {
    const offered = usual({ ...props, mapDocument: copied })
    const isOne = ONE_A_LANGUAGE.includes(props.type)
    return isOne && offered ? { ...offered, disabled: true, title: WHY_NOT } : offered
  }
  return Object.assign(action, { action: 'duplicate', displayName: 'DuplicateWords' } as const)
}

function copied(document: SanityDocumentLike): SanityDocumentLike {
  const { _id, _type } = document
  return { ...copyOf(document, Math.random), _id, _type }
}
