import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import { Bug } from '#content/model/errors.ts'
import { compressFiles } from './compress-files.ts'
import { noForeignFonts } from './no-foreign-fonts.ts'
import { oneCopy } from './one-copy.ts'
import { pageHtml } from './page-html.ts'
import { quickTheme } from './quick-theme.ts'
import { studioClient } from './studio-client.ts'

/*
 * A few files instead of hundreds, each a request: what the page begins with, each part with all that it imports, so
 * that none waits for a later one; last what the first list asks for as soon as it is drawn.
 */
const FIRST = [
  { name: 'look', test: /node_modules.(@sanity.(icons|ui|ui-poc|logos|color)|react-dom|react)./ },
  { name: 'text', test: /node_modules.@portabletext./ },
  { name: 'base', test: /node_modules.(?!sanity.lib|sanity-plugin|@sanity.(doc|lang))/ },
  { name: 'sanity', test: /node_modules/ },
].map((group, at) => ({ ...group, tags: ['$initial' as const], priority: 9 - at }))
const LIST = {
  name: 'list',
  test: /node_modules.(sanity.lib.(resources|structureTool|list|pane|CommentsStudioLayout)-|refractor.lang.|@sanity.workbench.)/,
}

/** Builds the Studio into `<clientFolder>/studio`: one page, its scripts and styles, and both compressed. */
export async function buildStudio(root: string, clientFolder: string): Promise<void> {
  const folder = path.join(clientFolder, 'studio')
  const built = await build({
    configFile: false,
    root,
    base: '/studio/',
    publicDir: false,
    logLevel: 'error',
    plugins: [studioClient(), oneCopy(), quickTheme(), noForeignFonts()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { studio: path.join(root, 'studio/main.ts') },
        output: { codeSplitting: { groups: [...FIRST, LIST] } },
      },
    },
  })
  if (!('output' in built)) throw new Bug('the Studio is built once, for one kind of browser')
  const entry = built.output.filter((file) => file.type === 'chunk').find((file) => file.isEntry)
  const styles = built.output.filter(({ fileName }) => fileName.endsWith('.css'))
  if (entry === undefined) throw new Bug('the Studio has a script to begin with')
  const page = pageHtml({
    preloads: [...importsOf(entry, built.output), ...named(LIST.name, built.output)].map(
      (fileName) => `/studio/${fileName}`,
    ),
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

function named(name: string, output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) {
  return output.filter((file) => file.type === 'chunk' && file.name === name).map(fileNameOf)
}

function fileNameOf({ fileName }: { fileName: string }): string {
  return fileName
}
