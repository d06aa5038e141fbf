import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { injectManifest } from 'workbox-build'
import { loadStrings } from '#content/locales/load.ts'
import { Bug } from '#content/model/errors.ts'
import { bundleWorker } from './bundle-worker.ts'
import { lastResort } from './last-resort.ts'
import { type PageAssets, pageHtml } from './page-html.ts'
import { iconSvg, webAppManifest } from './web-app.ts'

/** Builds all that a screen loads into `<clientFolder>/screen`: page, player, worker, manifest and icon. */
export async function buildShell(root: string, clientFolder: string): Promise<void> {
  const folder = path.join(clientFolder, 'screen')
  await mkdir(folder, { recursive: true })
  const strings = await loadStrings()
  const title = strings['en']?.['site.title'] ?? ''
  const assets = await buildPlayer(root, folder)
  const page = pageHtml({ title, body: lastResort(strings), assets })
  await writeFile(path.join(folder, 'index.html'), page)
  await writeFile(path.join(folder, 'app.webmanifest'), webAppManifest(title))
  await writeFile(path.join(folder, 'icon.svg'), iconSvg())
  await buildWorker(root, clientFolder)
}

async function buildPlayer(root: string, folder: string): Promise<PageAssets> {
  const built = await build({
    configFile: false,
    root,
    base: '/screen/',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { player: path.join(root, 'kiosk/player/main.ts') } },
    },
  })
  if (!('output' in built)) throw new Bug('the player is built once, for one kind of browser')
  const names = built.output.map((file) => file.fileName)
  const scripts = built.output.filter((file) => file.type === 'chunk' && file.isEntry)
  return {
    scripts: scripts.map((file) => `/screen/${file.fileName}`),
    styles: names.filter((name) => name.endsWith('.css')).map((name) => `/screen/${name}`),
  }
}

/** Bundles the worker and tells it what to keep: every file of the shell by its hash. */
async function buildWorker(root: string, clientFolder: string): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'waymark-worker-'))
  try {
    const swSrc = path.join(temporary, 'sw.js')
    await writeFile(swSrc, await bundleWorker(root))
    await injectManifest({
      swSrc,
      swDest: path.join(clientFolder, 'screen/sw.js'),
      globDirectory: clientFolder,
      globPatterns: ['screen/**/*.{html,js,css,webmanifest,svg}'],
      globIgnores: ['screen/sw.js'],
      dontCacheBustURLsMatching: /\/assets\//,
      modifyURLPrefix: { '': '/' },
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) =>
            entry.url === '/screen/index.html' ? { ...entry, url: '/screen' } : entry,
          ),
        }),
      ],
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
