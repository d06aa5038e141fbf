import { execFileSync } from 'node:child_process'
import { temporaryFolder } from '../browser.ts'
import { startWaymark } from '../e2e/waymark.ts'

const STARTS = 7

/** Prints how long a second start takes until a help page is answered, beside an empty Node process. */
export async function benchStart(): Promise<void> {
  const { folder: dataFolder, remove } = await temporaryFolder('start')
  await (await startWaymark({ port: 0, dataFolder })).stop()
  const starts: number[] = []
  const empty: number[] = []
  for (let time = 0; time < STARTS; time += 1) {
    const begun = performance.now()
    const waymark = await startWaymark({ port: 0, dataFolder })
    await (await fetch(`${waymark.origin}/en/centralia-station`)).text()
    starts.push(performance.now() - begun)
    await waymark.stop()
    const before = performance.now()
    execFileSync(process.execPath, ['-e', '0'])
    empty.push(performance.now() - before)
  }
  await remove()
  const lines = [
    `Second start until a help page is answered (limit 2000 ms)`,
    `  Waymark     ${Math.round(median(starts))} ms`,
    `  empty Node  ${Math.round(median(empty))} ms`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
