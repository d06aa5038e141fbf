import { cpus } from 'node:os'
import { benchGroq } from './groq.ts'
import { benchListen } from './listen.ts'
import { benchPageFollows } from './page-follows.ts'
import { benchPictures } from './pictures.ts'
import { benchPosters } from './posters.ts'
import { benchSize } from './size.ts'
import { benchStart } from './start.ts'
import { benchStudioStart } from './studio-start.ts'
import { benchTranslationsMatrix } from './translations-matrix.ts'
import { benchWrite } from './write.ts'

/*
 * Figures, never a verdict: machines differ and are shared, so each figure stands beside a peer's
 * from the same run, and the ratio is what to quote.
 */
process.stdout.write(
  `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n\n`,
)
await benchGroq()
process.stdout.write('\n')
await benchSize()
process.stdout.write('\n')
await benchWrite()
process.stdout.write('\n')
await benchListen()
process.stdout.write('\n')
await benchPageFollows()
process.stdout.write('\n')
await benchPictures()
process.stdout.write('\n')
await benchPosters()
process.stdout.write('\n')
await benchStart()
process.stdout.write('\n')
await benchTranslationsMatrix()
process.stdout.write('\n')
await benchStudioStart()
