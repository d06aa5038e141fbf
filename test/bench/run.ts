import { cpus } from 'node:os'
import { benchGroq } from './groq.ts'
import { benchListen } from './listen.ts'
import { benchManyPages } from './many-pages.ts'
import { benchPageFollows } from './page-follows.ts'
import { benchPageSpeed } from './page-speed.ts'
import { benchPageWeight } from './page-weight.ts'
import { benchPictures } from './pictures.ts'
import { benchPosters } from './posters.ts'
import { benchServing } from './serving.ts'
import { benchSize } from './size.ts'
import { benchStart } from './start.ts'
import { benchStudioStart } from './studio-start.ts'
import { benchTranslationsMatrix } from './translations-matrix.ts'
import { benchWrite } from './write.ts'

const PARTS = {
  groq: benchGroq,
  size: benchSize,
  write: benchWrite,
  listen: benchListen,
  'page-weight': benchPageWeight,
  'page-speed': benchPageSpeed,
  'page-follows': benchPageFollows,
  serving: benchServing,
  'many-pages': benchManyPages,
  pictures: benchPictures,
  posters: benchPosters,
  start: benchStart,
  'translations-matrix': benchTranslationsMatrix,
  'studio-start': benchStudioStart,
}

/*
 * Figures, never a verdict: machines differ and are shared, so each figure stands beside a peer's from the same run,
 * and the ratio is what to quote. `npm run bench -- serving groq` runs these parts, without names all of them.
 */
const names = process.argv.slice(2)
const unknown = names.find((name) => !(name in PARTS))
if (unknown !== undefined) {
  throw new Error(`There is no part "${unknown}". Write some of ${Object.keys(PARTS).join(', ')}`)
}
process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n`)
for (const [name, bench] of Object.entries(PARTS)) {
  if (names.length > 0 && !names.includes(name)) continue
  process.stdout.write('\n')
  await bench()
}
