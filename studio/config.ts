import { createClient } from 'virtual:studio-client'
import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { documentTypes } from './schemas/document-types.ts'

const lake = `${location.origin}/lake`
const off = { enabled: false }

/** The authors' room: our documents, the lake on this origin, and nothing that needs another host. */
export const config = defineConfig({
  name: 'waymark',
  title: 'Waymark',
  basePath: '/studio',
  projectId: 'waymark',
  dataset: 'production',
  apiHost: lake,
  // The Studio's own client would write the project into the host name.
  unstable_clientFactory: (options) =>
    createClient({ ...options, apiHost: lake, useProjectHostname: false }),
  auth: {
    loginMethod: 'cookie',
    redirectOnSingle: true,
    providers: [{ name: 'waymark', title: 'Waymark', url: `${location.origin}/login` }],
  },
  plugins: [structureTool()],
  schema: { types: documentTypes },
  document: { comments: off },
  announcements: off,
  apps: { canvas: off },
  mediaLibrary: off,
  releases: off,
  scheduledDrafts: off,
  scheduledPublishing: off,
  tasks: off,
})
