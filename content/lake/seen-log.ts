import type { LoggedTransaction } from './log.ts'

/** How a log is gone through. */
interface Walk {
  limit: number
  /** Transactions in the order asked for, `limit` at most, that come after the given one. */
  next(after: LoggedTransaction | undefined): LoggedTransaction[]
  isSeen(transaction: LoggedTransaction): boolean
}

/** The first transactions that are seen, up to the limit: those that are not leave no gap in a page. */
export function takeSeen({ limit, next, isSeen }: Walk): LoggedTransaction[] {
  const taken: LoggedTransaction[] = []
  for (let last: LoggedTransaction | undefined; taken.length < limit; ) {
    const portion = next(last)
    taken.push(...portion.filter(isSeen))
    last = portion.at(-1)
    if (portion.length < limit) break
  }
  return taken.slice(0, limit)
}
