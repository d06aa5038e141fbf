import { createHash } from 'node:crypto'
import { escapeHtml } from './as-preview.ts'
import { PREVIEW_HEADERS } from './headers.ts'

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-inline-size:34rem;margin:15vh auto;padding:1rem;color:#10222b;background:#fbf7ef}'
const HASH = createHash('sha256').update(STYLE).digest('base64')

/** Marks what another token might show, for the pane in the Studio, which then asks for one. */
const PAST = [404, 410]

/** Says to staff, in a frame or a window of its own, why there is nothing to see, and what to do. */
export function problemPage(status: number, message: string): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Preview</title><style>${STYLE}</style><p role="alert"${PAST.includes(status) ? ' data-past' : ''}>${escapeHtml(message)}</p></html>`
  return new Response(html, {
    status,
    headers: {
      ...PREVIEW_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; frame-ancestors 'self'`,
    },
  })
}
