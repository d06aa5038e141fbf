import { defineConfig } from 'astro/config'
import kiosk from './kiosk/integration.ts'
import { adapter } from './site/lib/adapter.ts'
import { buildStamp } from './site/lib/build-stamp.ts'
import { development } from './site/lib/development.ts'
import studio from './studio/integration.ts'

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'server',
  server: { port: Number(process.env.PORT || 4321), host: '127.0.0.1' },
  adapter: adapter(),
  integrations: [kiosk(), studio(), buildStamp(), development(() => import('./site/server.ts'))],
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  cache: { provider: { entrypoint: new URL('./site/lib/cache-provider.ts', import.meta.url) } },
  build: { inlineStylesheets: 'always', assets: '_assets' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "media-src 'self'",
      ],
    },
  },
})
