import { renderStudio } from 'sanity'
import { bridgeGaps } from './bridge-gaps.ts'
import { config, LAKE } from './config.ts'
import './fonts.css'
import { fetchFromOwnOrigin } from './own-origin.ts'
import { createStreamFetch, isStream } from './stream-socket.ts'
import { preloadTranslations } from './tools/translations/translations-tool.ts'

// Twenty seconds: a restart takes two or three. Past that it is no longer true that all goes on as usual.
const PRELOAD_AFTER_MS = 5_000
const BRIDGED_MS = Array<number>(40).fill(500)

const ownFetch = fetchFromOwnOrigin(globalThis.fetch.bind(globalThis))
// The Studio's client has no setting for it: it asks for event streams with whatever `fetch` there is.
globalThis.fetch = bridgeGaps({
  fetch: createStreamFetch({ ...LAKE, fetch: ownFetch }),
  isStream,
  pausesMs: BRIDGED_MS,
})
// What is slow about HTTP/1.1 is that streams use up its connections, and ours share one: no need to warn.
localStorage.setItem('_sanity_debugProtocol', 'h2')

const root = document.getElementById('studio')
if (root) renderStudio(root, config, { reactStrictMode: false })

// Once the Studio has drawn itself and the browser has nothing else to do.
const preload = () => void preloadTranslations().catch(() => undefined)
addEventListener('load', () => setTimeout(preload, PRELOAD_AFTER_MS))
