import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../browser.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const BIOME = path.join(ROOT, 'node_modules/.bin/biome')

/** A planted file, what it imports, and whether the house rules let it. */
const PLANTED: readonly [file: string, specifier: string, isAllowed: boolean][] = [
  ['content/help/planted.ts', '../../site/lib/settings.ts', false],
  ['content/help/planted.ts', '../../kiosk/release/build.ts', false],
  ['content/help/planted.ts', '#content/lake/create-lake.ts', false],
  ['content/help/planted.ts', '#content/client.ts', false],
  ['content/help/planted.ts', 'node:fs', false],
  ['content/help/planted.ts', '#content/model/ids.ts', true],
  ['content/model/planted.ts', '../help/view.ts', false],
  ['content/model/documents/planted.ts', '../../queries/place.ts', false],
  ['content/model/documents/planted.ts', '../ids.ts', true],
  ['content/lake/planted.ts', '#content/model/ids.ts', false],
  ['content/lake/planted.ts', '../model/ids.ts', false],
  ['content/lake/planted.ts', './store.ts', true],
  ['content/queries/planted.ts', '../../studio/config.ts', false],
  ['content/queries/planted.ts', '#content/model/ids.ts', true],
  ['content/queries/planted.ts', 'some-package/site/index.js', true],
  ['site/pages/planted.astro', '../../kiosk/player/show.ts', false],
  ['site/pages/planted.astro', '../../studio/config.ts', false],
  ['site/pages/planted.astro', '../../content/help/view.ts', false],
  ['site/pages/planted.astro', '#content/help/view.ts', true],
  ['site/lib/planted.ts', '../../kiosk/service.ts', false],
  ['site/lib/compose.ts', '../../kiosk/service.ts', false],
  ['site/server.ts', '../kiosk/service.ts', true],
  ['site/posters/planted.ts', '../lib/settings.ts', true],
  ['kiosk/fleet/planted.ts', '../../site/lib/settings.ts', false],
  ['kiosk/fleet/planted.ts', '#content/queries/follow-changes.ts', true],
  ['kiosk/player/planted.ts', '#content/queries/follow-changes.ts', false],
  ['kiosk/player/planted.ts', '#content/lake/create-lake.ts', false],
  ['kiosk/player/planted.ts', '../release/verify.ts', true],
  ['kiosk/worker/planted.ts', '#content/access/tokens.ts', false],
  ['kiosk/player/planted.astro', '../../site/lib/services.ts', false],
  ['studio/planted.ts', '#content/client.ts', false],
  ['studio/planted.tsx', '#content/client.ts', false],
  ['studio/schemas/planted.ts', 'node:fs', false],
  ['studio/shell/planted.ts', 'node:fs', true],
  ['studio/planted.ts', '../site/lib/settings.ts', false],
  ['studio/planted.ts', 'sanity/structure', true],
  ['studio/service.ts', '#content/client.ts', true],
]

describe('the rooms', () => {
  const breaches = new Map<string, boolean>()
  let remove: () => Promise<void> = async () => {}

  beforeAll(async () => {
    const temporary = await temporaryFolder('house')
    remove = temporary.remove
    const config = JSON.parse(await readFile(path.join(ROOT, '.biome.json'), 'utf8'))
    await writeFile(
      path.join(temporary.folder, '.biome.json'),
      JSON.stringify({ ...config, vcs: { enabled: false } }),
    )
    for (const [file, specifier] of PLANTED) {
      const full = path.join(temporary.folder, file)
      const statement = `import { planted } from '${specifier}'\n`
      await mkdir(path.dirname(full), { recursive: true })
      await writeFile(
        full,
        file.endsWith('.astro')
          ? `---\n${statement}---\n<p>{planted}</p>\n`
          : `${statement}planted()\n`,
      )
      const { stdout, stderr } = spawnSync(
        BIOME,
        ['lint', '--only=style/noRestrictedImports', file],
        {
          cwd: temporary.folder,
          encoding: 'utf8',
        },
      )
      breaches.set(`${file} ${specifier}`, `${stdout}${stderr}`.includes('noRestrictedImports'))
    }
  }, 120_000)

  afterAll(() => remove())

  test.each(PLANTED)('%s importing %s is allowed: %s', (file, specifier, isAllowed) => {
    expect(breaches.get(`${file} ${specifier}`)).toBe(!isAllowed)
  })
})
