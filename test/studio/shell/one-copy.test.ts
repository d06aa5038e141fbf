import { build, type Plugin } from 'vite'
import { expect, test } from 'vitest'
import { oneCopy } from '../../../studio/shell/one-copy.ts'

const ENTRY = 'virtual:plugins'
const PLUGINS = `import '@sanity/language-filter'
import '@sanity/document-internationalization'
import 'sanity-plugin-internationalized-array'`
const COPY = /node_modules\/(.+)\/node_modules\/@sanity\/ui\//

test('plugins of the Studio share the buttons that each of them brought', async () => {
  const folders = new Set((await modules()).flatMap((id) => COPY.exec(id)?.[1] ?? []))
  expect([...folders]).toEqual(['sanity-plugin-internationalized-array'])
}, 60_000)

async function modules(): Promise<string[]> {
  const found: string[] = []
  const entry: Plugin = {
    name: 'plugins',
    resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
    load: (id) => (id === ENTRY ? PLUGINS : undefined),
    moduleParsed: ({ id }) => void found.push(id),
  }
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, oneCopy()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: ENTRY,
        external: /^(sanity|react|react-dom|styled-components)(\/|$)/,
      },
    },
  })
  return found
}
