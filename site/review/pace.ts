const MINUTE_MS = 60_000
/** Answers that one link takes in a minute: more is no person reading. */
const MOST_A_MINUTE = 20

/** Makes a function that counts answers by link and is false for one too many in a minute. */
export function createPace(now: () => number): (link: string) => boolean {
  const answers = new Map<string, number[]>()
  return (link) => {
    const since = now() - MINUTE_MS
    for (const [id, times] of answers) {
      if (times.every((time) => time <= since)) answers.delete(id)
    }
    const recent = (answers.get(link) ?? []).filter((time) => time > since)
    if (recent.length >= MOST_A_MINUTE) return false
    answers.set(link, [...recent, now()])
    return true
  }
}
