import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import { Bug } from '#content/model/errors.ts'
import { compressFiles } from './compress-files.ts'
import { noForeignFonts } from './no-foreign-fonts.ts'
import { pageHtml } from './page-html.ts'
import { studioClient } from './studio-client.ts'

// One file instead of hundreds, each a request.
const SIGNS = { name: 'signs', test: /@sanity.(icons|ui|ui-poc|logos|color)./ }

/** Builds the Studio into `<clientFolder>/studio`: one page, its scripts and styles, and both compressed. */
export async function buildStudio(root: string, clientFolder: string): Promise<void> {
  const folder = path.join(clientFolder, 'studio')
  const built = await build({
    configFile: false,
    root,
    base: '/studio/',
    publicDir: false,
    logLevel: 'error',
    plugins: [studioClient(), noForeignFonts()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { studio: path.join(root, 'studio/main.ts') },
        output: { codeSplitting: { groups: [SIGNS] } },
      },
    },
  })
  if (!('output' in built)) throw new Bug('the Studio is built once, for one kind of browser')
  const entry = built.output.filter((file) => file.type === 'chunk').find((file) => file.isEntry)
  const styles = built.output.filter(({ fileName }) => fileName.endsWith('.css'))
  if (entry === undefined) throw new Bug('the Studio has a script to begin with')
  const page = pageHtml({
    preloads: importsOf(entry, built.output).map((fileName) => `/studio/${fileName}`),
    scripts: [`/studio/${entry.fileName}`],
    styles: styles.map(({ fileName }) => `/studio/${fileName}`),
  })
  await writeFile(path.join(folder, 'index.html'), page)
  await compressFiles(folder)
}

/** Files that the first script cannot begin without: asked for at once, not one after the other. */
function importsOf(
  entry: { imports: readonly string[] },
  output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): string[] {
  const found = new Set(entry.imports)
  for (const name of found) {
    const file = output.find(({ fileName }) => fileName === name)
    if (file?.type === 'chunk') for (const next of file.imports) found.add(next)
  }
  return [...found]
}
