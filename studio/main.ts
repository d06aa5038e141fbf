import { renderStudio } from 'sanity'
import { config, LAKE } from './config.ts'
import './fonts.css'
import { fetchFromOwnOrigin } from './own-origin.ts'
import { createStreamFetch } from './stream-socket.ts'

const ownFetch = fetchFromOwnOrigin(globalThis.fetch.bind(globalThis))
// The Studio's client has no setting for it: it asks for event streams with whatever `fetch` there is.
globalThis.fetch = createStreamFetch({ ...LAKE, fetch: ownFetch })
// What is slow about HTTP/1.1 is that streams use up its connections, and ours share one: no need to warn.
localStorage.setItem('_sanity_debugProtocol', 'h2')

const root = document.getElementById('studio')
if (root) renderStudio(root, config, { reactStrictMode: false })
