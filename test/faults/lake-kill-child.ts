import { createLake } from '../../content/lake/create-lake.ts'
import { almighty } from '../../content/lake/rights.ts'

/**
 * Writes bursts to the lake in the folder given, until it is killed. Each transaction
 * touches several documents with one number; its id and number are printed only once the
 * lake has acknowledged it.
 */
const [dataFolder = '', seed = '0'] = process.argv.slice(2)

const lake = createLake({
  dataFolder,
  project: 'waymark',
  dataset: 'production',
  publicUrl: 'http://lake.invalid/lake',
  authorize: async () => almighty('killed'),
})

const roll = randomFrom(Number(seed))
process.stdout.write('ready\n')

for (let burst = 0; ; burst++) {
  const size = 1 + roll(6)
  await Promise.all(Array.from({ length: size }, (_, n) => writeOne(`${seed}-${burst}-${n}`)))
}

async function writeOne(transactionId: string): Promise<void> {
  const number = roll(1_000_000_000)
  const pads = Array.from({ length: 1 + roll(5) }, () => 'x'.repeat(roll(2000)))
  const mutations = pads.map((pad, member) => ({
    createOrReplace: { _id: `${transactionId}.${member}`, _type: 'burst', number, pad },
  }))
  // One document that every transaction overwrites, and one that comes and goes.
  const shared = { createOrReplace: { _id: 'shared', _type: 'burst', number, transactionId } }
  const fleeting = roll(2)
    ? { createOrReplace: { _id: 'fleeting', _type: 'burst', number } }
    : { delete: { id: 'fleeting' } }
  const response = await lake.fetch(
    new Request('http://lake.invalid/lake/v2025-02-19/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ transactionId, mutations: [...mutations, shared, fleeting] }),
    }),
  )
  if (!response.ok) throw new Error(await response.text())
  process.stdout.write(`${JSON.stringify({ transactionId, number, members: pads.length })}\n`)
}

/** Mulberry32, so that a failing seed can be run again. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
