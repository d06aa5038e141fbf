/** Each item once, the last of each id, where its id came first. */
export function onePerId<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}
