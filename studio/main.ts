import { renderStudio } from 'sanity'
import { config } from './config.ts'
import './fonts.css'
import { fetchFromOwnOrigin } from './own-origin.ts'

globalThis.fetch = fetchFromOwnOrigin(globalThis.fetch.bind(globalThis))

const root = document.getElementById('studio')
if (root) renderStudio(root, config, { reactStrictMode: false })
