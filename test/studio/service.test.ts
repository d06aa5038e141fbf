import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StudioService, start } from '../../studio/service.ts'
import { compressFiles } from '../../studio/shell/compress-files.ts'
import { temporaryFolder } from '../browser.ts'

// Long enough to be smaller when it is compressed.
const SCRIPT = 'run();'.repeat(100)

describe('the Studio’s addresses', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let studio: StudioService

  beforeAll(async () => {
    folder = await temporaryFolder('studio')
    const assets = path.join(folder.folder, 'studio/assets')
    await mkdir(assets, { recursive: true })
    await writeFile(path.join(folder.folder, 'studio/index.html'), '<p>Studio</p>')
    await writeFile(path.join(folder.folder, 'secret.js'), 'secret')
    await writeFile(path.join(assets, 'studio-1a2b3c.js'), SCRIPT)
    await compressFiles(path.join(folder.folder, 'studio'))
    studio = start({ clientFolder: folder.folder, origin: 'https://help.example' })
  })
  afterAll(() => folder.remove())

  const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    studio.fetch(new Request(`https://help.example${address}`, { method, headers }))

  test.each(['/studio', '/studio/', '/studio/structure/place;place-a%2Cview'])(
    '%s is the one page, kept by nobody',
    async (address) => {
      const page = await get(address)
      expect(await page?.text()).toBe('<p>Studio</p>')
      expect(page?.headers.get('Cache-Control')).toBe('no-store')
    },
  )

  test('the page may ask and load from this origin only', async () => {
    const policy = (await get('/studio'))?.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self' wss://help.example;")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  test('its files are kept for good and sent as small as the browser takes them', async () => {
    const asset = '/studio/assets/studio-1a2b3c.js'
    const plain = await get(asset)
    expect(await plain?.text()).toBe(SCRIPT)
    expect(plain?.headers.get('Cache-Control')).toContain('immutable')
    expect(plain?.headers.get('Vary')).toBe('Accept-Encoding')
    for (const [accepted, sent] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
    ] as const) {
      const compressed = await get(asset, { 'Accept-Encoding': accepted })
      expect(compressed?.headers.get('Content-Encoding')).toBe(sent)
    }
  })

  test.each(['/studio/assets/gone.js', '/studio/assets/studio-1a2b3c.js.map'])(
    'a file that is not there is not the page: %s',
    async (address) => {
      expect((await get(address))?.status).toBe(404)
    },
  )

  test('nothing outside its folder is served', async () => {
    const answer = await get('/studio/assets/..%2f..%2fsecret.js')
    expect(await answer?.text()).not.toContain('secret')
  })

  test.each([
    ['GET', '/studios'],
    ['GET', '/'],
    ['POST', '/studio'],
  ])('%s %s is not the Studio’s', async (method, address) => {
    expect(await get(address, {}, method)).toBeUndefined()
  })
})
