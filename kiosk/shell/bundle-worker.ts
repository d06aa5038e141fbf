import path from 'node:path'
import { build } from 'vite'
import { loadStrings } from '#content/locales/load.ts'
import { Bug } from '#content/model/errors.ts'
import { lastResort } from './last-resort.ts'
import { standaloneHtml } from './page-html.ts'

/** The worker as one script. The list of what it precaches (`self.__WB_MANIFEST`) is still to be put in. */
export async function bundleWorker(root: string): Promise<string> {
  const strings = await loadStrings()
  const title = strings['en']?.['site.title'] ?? ''
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: {
      LAST_RESORT_HTML: JSON.stringify(standaloneHtml({ title, body: lastResort(strings) })),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      write: false,
      rolldownOptions: {
        input: path.join(root, 'kiosk/worker/worker.ts'),
        output: { format: 'iife' },
      },
    },
  })
  const chunk = 'output' in built ? built.output.find((file) => file.type === 'chunk') : undefined
  if (chunk === undefined || chunk.type !== 'chunk') throw new Bug('the worker bundles to a script')
  return chunk.code
}
