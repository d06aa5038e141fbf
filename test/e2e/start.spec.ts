import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../browser.ts'
import { startWaymark } from './waymark.ts'

// Among the browser tests because these run one by one: a busy machine says nothing about a start.
test('a second start answers within two seconds', async () => {
  const { folder: dataFolder, remove } = await temporaryFolder('second-start')
  await (await startWaymark({ port: 0, dataFolder })).stop()
  const took: number[] = []
  for (let time = 0; time < 3; time += 1) {
    const begun = performance.now()
    const waymark = await startWaymark({ port: 0, dataFolder })
    expect((await fetch(`${waymark.origin}/en/centralia-station`)).status).toBe(200)
    took.push(performance.now() - begun)
    await waymark.stop()
  }
  expect(Math.min(...took)).toBeLessThan(2_000)
  await remove()
})
