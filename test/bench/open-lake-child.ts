import { createLake } from '../../content/lake/create-lake.ts'
import { almighty } from '../../content/lake/rights.ts'

/*
 * Opens the lake in the folder of the first argument, asks it as its users do, and prints what that took.
 */
const [, , dataFolder = ''] = process.argv
const before = megabytes()
const startedAt = performance.now()
const lake = createLake({
  dataFolder,
  project: 'waymark',
  dataset: 'production',
  publicUrl: 'http://lake.test/lake',
  authorize: async () => almighty('bench'),
})
await ask('*[_id == "message-7"][0]')
print('first answer after', `${Math.round(performance.now() - startedAt)} ms`)
await ask('*[_type == "message"] | order(title)[0...20]', 'drafts')
await ask('*[_type == "place" && slug.current == "place-7"]', 'raw')
print('memory, three perspectives', `${megabytes() - before} MB`)
await ask('*[@ match text::query("author 7*")]._id')
const deepAt = performance.now()
await ask('count(*[title match "message 7*"])')
print('first long query, its copy', `${Math.round(performance.now() - deepAt)} ms`)
const againAt = performance.now()
await ask('count(*[title match "message 8*"])')
print('another long query', `${Math.round(performance.now() - againAt)} ms`)
print('memory after a search', `${megabytes() - before} MB`)
await lake.stop()

async function ask(query: string, perspective = 'published'): Promise<void> {
  const address = `http://lake.test/lake/v2025-02-19/data/query/production?perspective=${perspective}&query=${encodeURIComponent(query)}`
  const response = await lake.fetch(new Request(address))
  if (!response.ok) throw new Error(await response.text())
}

function megabytes(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}

function print(name: string, figure: string): void {
  process.stdout.write(`  ${name.padEnd(32)}${figure.padStart(12)}\n`)
}
