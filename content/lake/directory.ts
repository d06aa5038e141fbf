/** Somebody who writes in the lake: a person or a program. */
export interface Person {
  /** The id that stands in the log. */
  id: string
  displayName: string
  email?: string
  imageUrl?: string
  isRobot: boolean
  roles: { name: string; title: string; description?: string }[]
}

/** Who people are: the lake itself only knows ids. */
export interface Directory {
  /** Those that are known, in any order. */
  find(ids: readonly string[]): Promise<Person[]>
  /** Everybody who may do something here now. */
  members(): Promise<Person[]>
}

/** The directory of a lake that was given none. */
export const EMPTY_DIRECTORY: Directory = {
  find: async () => [],
  members: async () => [],
}

/** A person of whom nothing is known but the id: whoever sends requests has at least that. */
export function unknownPerson(id: string): Person {
  return { id, displayName: id, isRobot: false, roles: [] }
}
