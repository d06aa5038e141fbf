import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { createLake } from '../../content/lake/create-lake.ts'
import { almighty } from '../../content/lake/rights.ts'

const ORIGIN = 'http://lake.test/lake'

/** Each is asked for once per width, so that every one is drawn anew. */
const RUNS = 7

/** Measures uploading and drawing a photograph of 12 million pixels, beside sharp alone in the same run. */
export async function benchPictures(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'waymark-bench-'))
  const lake = createLake({
    dataFolder,
    project: 'waymark',
    dataset: 'production',
    publicUrl: ORIGIN,
    authorize: async () => almighty('bench'),
  })
  const photograph = await photographOf12Megapixels()
  const upload = (body: BodyInit) =>
    lake.fetch(
      new Request(`${ORIGIN}/v2025-02-19/assets/images/production`, { method: 'POST', body }),
    )
  try {
    const uploadMs = await median(async () => void (await upload(Uint8Array.from(photograph))), 3)
    const { document } = await (await upload(Uint8Array.from(photograph))).json()
    print('upload of 12 Mpx, JPEG', uploadMs)
    for (const format of ['jpg', 'webp', 'avif']) {
      let width = 800
      const get = () => lake.fetch(new Request(`${document.url}?w=${width}&fm=${format}`))
      const read = async () => void (await (await get()).arrayBuffer())
      const coldMs = await median(async () => {
        width += 1
        await read()
      })
      print(`800 px ${format}, cold`, coldMs)
      print(`800 px ${format}, warm`, await median(read, 50))
    }
    print(
      '800 px jpg, sharp alone',
      await median(
        async () => void (await sharp(photograph).resize(800).jpeg({ quality: 75 }).toBuffer()),
      ),
    )
    let left = 0
    const cropMs = await median(async () => {
      left += 8
      const address = `${document.url}?rect=${left},0,3000,3000&w=800&h=800&fit=crop&fm=jpg`
      await (await lake.fetch(new Request(address))).arrayBuffer()
    })
    print('800 px jpg of a crop, cold', cropMs)
  } finally {
    await lake.stop()
    await rm(dataFolder, { recursive: true })
  }
}

async function photographOf12Megapixels(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const soft = await sharp({
    create: { width: 1000, height: 750, channels: 3, background: '#888', noise },
  })
    .png()
    .toBuffer()
  return sharp(soft).resize(4000, 3000).jpeg({ quality: 85 }).toBuffer()
}

async function median(run: () => Promise<void>, runs = RUNS): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < runs; n++) {
    const startedAt = performance.now()
    await run()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0
}

function print(name: string, ms: number): void {
  process.stdout.write(`${name.padEnd(30)}${ms.toFixed(1).padStart(10)} ms\n`)
}
