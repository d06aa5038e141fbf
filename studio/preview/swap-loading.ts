/** What a frame shows, what it loads, and what it is to load afterwards. */
export type Loading = {
  shown?: string | undefined
  coming?: string | undefined
  next?: string | undefined
}

/** What can happen to a frame. */
export type LoadingEvent = { type: 'wanted'; src: string } | { type: 'loaded'; src: string }

/** Nothing yet. */
export const START: Loading = {}

/** The next state: one loads at a time, and of all that is wanted meanwhile only the last is loaded. */
export function nextLoading(loading: Loading, event: LoadingEvent): Loading {
  const { shown, coming, next } = loading
  if (event.type === 'wanted') {
    if (coming !== undefined)
      return { shown, coming, next: event.src === coming ? undefined : event.src }
    return event.src === shown ? loading : { shown, coming: event.src }
  }
  if (event.src !== coming) return loading
  return { shown: event.src, ...(next !== undefined && { coming: next }) }
}

/** Whether a document says that its token is known no more, so that another is to be asked for. */
export function isPast(document: Document | null): boolean {
  return document?.querySelector('[data-past]') != null
}
