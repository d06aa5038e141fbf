import { createHash } from 'node:crypto'
import { emergencyNumber } from '#content/model/emergency-numbers.ts'
import type { Services } from './services.ts'
import { readerOf, wantedBy } from './visit.ts'

const STYLE =
  'body{font:1.25rem/1.6 system-ui,sans-serif;max-inline-size:32rem;margin:10vh auto;padding:1rem;color:#10222b;background:#fbf7ef}a{display:inline-block;margin-block:.5rem;padding:.6rem 1.2rem;border-radius:.8rem;background:#ffc83d;color:inherit;font-weight:700;text-decoration:none}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

type Needs = Pick<Services, 'languages' | 'offered' | 'speak' | 'countries'>

/** What a reader gets when we fail: emergency numbers in their language, and never a stack. Asks nothing of the content. */
export function failurePage(request: Request, services: Needs, status: 500 | 503 = 500): Response {
  const wanted = wantedBy(request, services)
  const { lang, dir, say } = readerOf({ services, wanted })
  const numbers = new Set([...services.countries(), ''].map(emergencyNumber))
  const lines = [...numbers].map((number) => {
    const words = escapeHtml(say('emergency.words', { number }).text)
    const call = escapeHtml(say('emergency.call', { number }).text)
    return `<p>${words}<br><a href="tel:${number}">${call}</a></p>`
  })
  const [title, heading, again] = ['site.title', 'error.heading', 'error.again'].map((key) =>
    escapeHtml(say(key).text),
  )
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${title}</title><style>${STYLE}</style><h1>${heading}</h1><p>${again}</p>${lines.join('')}</html>`
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'`,
      'Cache-Control': 'no-store',
      'Retry-After': '5',
    },
  })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`)
}
