import { type DocumentActionComponent, definePlugin } from 'sanity'
import { isOffered } from '../desk/actions-by-role.ts'
import { duplicateWords } from './duplicate-action.tsx'
import { restoreWords } from './restore-action.tsx'

/**
 * Duplicating and restoring bring words and facts along, never what somebody has said of them. After all other plugins
 * with actions: what the server refuses to a role is not offered to it.
 */
export const copiesPlugin = definePlugin({
  name: 'waymark-copies',
  document: {
    actions: (actions, { currentUser }) => {
      const roles = currentUser?.roles.map(({ name }) => name) ?? []
      return actions.filter(({ action }) => isOffered(action, roles)).map(ours)
    },
  },
})

const known = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

// An action is one function for as long as the Studio runs: another would lose its state.
function ours(action: DocumentActionComponent): DocumentActionComponent {
  const found = known.get(action)
  if (found !== undefined) return found
  const whole = wrapped(action)
  known.set(action, whole)
  return whole
}

function wrapped(action: DocumentActionComponent): DocumentActionComponent {
  if (action.action === 'duplicate') return duplicateWords(action)
  return action.action === 'restore' ? restoreWords(action) : action
}
