import { createClient } from 'virtual:studio-client'
import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { audioPlugin } from './audio/audio-plugin.tsx'
import { copiesPlugin } from './copies/copies-plugin.ts'
import { newsroom } from './desk/newsroom.ts'
import { languagesPlugin } from './languages/languages-plugin.tsx'
import { cleanPaste } from './paste/clean-paste.tsx'
import { PATIENCE } from './patience.ts'
import { documentPanes } from './preview/document-panes.ts'
import { documentTypes } from './schemas/document-types.ts'
import { emptyWords } from './structure/empty-words.ts'
import { shelves } from './structure/shelves.ts'
import { TEMPLATES } from './templates/templates.ts'
import { theme } from './theme.ts'
import { isFirstHourOver } from './tools/first-hour/is-over.ts'
import { orderTools } from './tools/order-tools.ts'
import { translationsTool } from './tools/translations/translations-tool.ts'
import { guideTranslations } from './translation/guide-translations.ts'
import { translationPlugins } from './translation/plugins.ts'
import { textsPlugin } from './translation/texts-plugin.ts'
import { translatedValue } from './translation/translated-value.ts'

/** Where the content is: the lake on this origin. */
export const LAKE = {
  apiHost: `${location.origin}/lake`,
  projectId: 'waymark',
  dataset: 'production',
} as const

const off = { enabled: false }

/** The authors' room: our documents, the lake on this origin, and nothing that needs another host. */
export const config = defineConfig({
  name: 'waymark',
  title: 'Waymark',
  basePath: '/studio',
  theme,
  ...LAKE,
  // The Studio's own client would write the project into the host name.
  unstable_clientFactory: (options) =>
    createClient({ ...options, ...PATIENCE, apiHost: LAKE.apiHost, useProjectHostname: false }),
  auth: {
    loginMethod: 'cookie',
    redirectOnSingle: true,
    providers: [{ name: 'waymark', title: 'Waymark', url: `${location.origin}/login` }],
  },
  plugins: [
    structureTool({ title: 'Newsroom', structure: shelves, defaultDocumentNode: documentPanes }),
    ...translationPlugins(),
    ...guideTranslations(),
    textsPlugin(),
    cleanPaste(),
    audioPlugin(),
    languagesPlugin(),
    newsroom(),
    copiesPlugin(),
    emptyWords(),
  ],
  tools: (tools) => orderTools([...tools, translationsTool], isFirstHourOver()),
  schema: {
    types: [...documentTypes, translatedValue],
    templates: (known) => [...known, ...TEMPLATES],
  },
  document: { comments: off },
  announcements: off,
  apps: { canvas: off },
  mediaLibrary: off,
  releases: off,
  scheduledDrafts: off,
  scheduledPublishing: off,
  tasks: off,
})
