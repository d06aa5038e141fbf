/** What is there of some words, with a dot between. */
export function joined(parts: readonly unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')
}

/** A field of the first item of a list, where there is one. */
export function firstOf(list: unknown, field: string): string | undefined {
  const [first]: unknown[] = itemsOf(list)
  if (typeof first !== 'object' || first === null) return undefined
  const value = Object.entries(first).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** How many items a list has, in words: `3 places`, `1 place`; nothing for none. */
export function counted(list: unknown, one: string, many: string): string | undefined {
  const { length } = itemsOf(list)
  if (length === 0) return undefined
  return `${length} ${length === 1 ? one : many}`
}

/**
 * The items of a list. The Studio hands a preview a list as an object with its places as names where it had to
 * look into its items.
 */
export function itemsOf(list: unknown): unknown[] {
  if (Array.isArray(list)) return list
  return typeof list === 'object' && list !== null ? Object.values(list) : []
}
