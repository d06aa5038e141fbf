import { build, type Plugin } from 'vite'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { quickTheme } from '../../../studio/shell/quick-theme.ts'

const ENTRY = 'virtual:colors'
const COLORS = `import { buildTheme } from '@sanity/ui/theme'
import { theme } from '/studio/theme.ts'
export const colors = JSON.stringify([buildTheme().v2.color, theme.v2.color])`

test('colours mixed once are those that the Studio mixes each time', async () => {
  const own = await colors([])
  expect(own.length).toBeGreaterThan(100_000)
  expect(await colors([quickTheme()])).toBe(own)
}, 60_000)

async function colors(plugins: Plugin[]): Promise<string> {
  const entry: Plugin = {
    name: 'colors',
    resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
    load: (id) => (id === ENTRY ? COLORS : undefined),
  }
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, ...plugins],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  })
  const code = 'output' in built ? built.output[0].code : ''
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  return z.object({ colors: z.string() }).parse(await import(/* @vite-ignore */ url)).colors
}
