/** Tells of the screens that are connected now; nobody keeps which one was where. */
export type ShownReleases = {
  /** Counters of the releases that the connected screens of a place show; `undefined` until one has said. */
  shown: (place: string) => readonly (number | undefined)[]
  /** The counter and the words of the release that screens of a place are handed now, as JSON. */
  current: (place: string) => Promise<{ counter: number; payload: string } | undefined>
}
