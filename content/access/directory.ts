import type { Directory, Person } from '../lake/directory.ts'
import type { Accounts } from './accounts.ts'
import type { Binding } from './binding.ts'

/**
 * Everybody with an account or a token, and `house`: the process itself, which writes the demo.
 * Whoever asks has to be signed in: see to that before.
 */
export function createDirectory(
  { members, tokens }: Pick<Accounts, 'members' | 'tokens'>,
  house: Person,
): Directory {
  const robots = (): Person[] =>
    tokens.list().map(({ id, label, bindings }) => ({
      id,
      displayName: label || id,
      isRobot: true,
      roles: rolesOf(bindings),
    }))
  const people = (): Person[] =>
    members.list().map(({ id, name, email }) => ({
      id,
      displayName: name,
      email,
      isRobot: false,
      roles: rolesOf(members.bindingsOf(id)),
    }))
  return {
    async find(ids) {
      const known = new Map([house, ...people(), ...robots()].map((person) => [person.id, person]))
      return ids.flatMap((id) => known.get(id) ?? [])
    },
    members: async () => [...people(), ...robots()],
  }
}

function rolesOf(bindings: readonly Binding[]): Person['roles'] {
  const names = [...new Set(bindings.map(({ role }) => role))]
  return names.map((name) => ({ name, title: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }))
}
