import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing'
import { fetchBlob, keptBlob } from './blob-shelf.ts'
import { toWorker } from './messages.ts'
import { createDesk } from './screen-desk.ts'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[]
}
/** A whole page with the emergency number, for the day when even the shell is gone. Put in by the build. */
declare const LAST_RESORT_HTML: string

const SHELL = '/screen'

const shell = self.__WB_MANIFEST
if (shell.length > 0) {
  precacheAndRoute(shell)
  registerRoute(
    new NavigationRoute(createHandlerBoundToURL(SHELL), { allowlist: [/^\/screen(\/[^/]*)?$/] }),
  )
}
cleanupOutdatedCaches()

registerRoute(/\/screen\/blobs\/[0-9a-f]{64}$/, async ({ url }) => {
  const sha256 = url.pathname.slice(-64)
  const kept = await keptBlob(sha256)
  if (kept !== undefined) return kept
  await fetchBlob(sha256)
  return (await keptBlob(sha256)) ?? Response.error()
})

setCatchHandler(async ({ request }) =>
  request.mode === 'navigate'
    ? new Response(LAST_RESORT_HTML, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    : Response.error(),
)

const desk = createDesk(async (message) => {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  for (const page of pages) page.postMessage(message)
})

self.addEventListener('message', (event) => {
  const message = toWorker.safeParse(event.data)
  if (!message.success) return
  if (message.data.type === 'take-over') {
    event.waitUntil(self.skipWaiting())
    return
  }
  event.waitUntil(desk(message.data, async (answer) => event.source?.postMessage(answer)))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
