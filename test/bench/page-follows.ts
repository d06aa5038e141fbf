import { firstHelpline, publishNumber, spaced } from '../changed-number.ts'
import { startWaymark } from '../e2e/waymark.ts'
import { signedIn } from '../signed-in.ts'

const ROUNDS = 9
const LIMIT_MS = 1000
const PLACE = 'centralia-station'

/** Prints how long after a number is published the help page shows it, beside one answer of that page. Needs a build. */
export async function benchPageFollows(): Promise<void> {
  const waymark = await startWaymark({ port: 0 })
  try {
    const people = [
      await signedIn(waymark, 'editor', 'author'),
      await signedIn(waymark, 'editor', 'colleague'),
    ] as const
    const { id } = await firstHelpline(people[0], PLACE)
    const page = `${waymark.origin}/en/${PLACE}`
    const followed: number[] = []
    const answered: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const dial = `0808 157 09${String(round).padStart(2, '0')}`
      await publishNumber(people, id, dial)
      const startedAt = performance.now()
      while (!spaced(dial).test(await text(page)));
      followed.push(performance.now() - startedAt)
      const askedAt = performance.now()
      await text(page)
      answered.push(performance.now() - askedAt)
    }
    const lines = [
      `A published number on the help page, ${ROUNDS} changes (median at most ${LIMIT_MS} ms)`,
      `  ms until it shows          median ${median(followed)}, longest ${Math.round(Math.max(...followed))}`,
      `  ms, one answer, for scale  median ${median(answered)}`,
      `  of the limit               ${((100 * median(followed)) / LIMIT_MS).toFixed(0)} %`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await waymark.stop()
  }
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text()
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}
