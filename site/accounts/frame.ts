import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { html, raw } from 'hono/html'
import { markSvg } from '#content/brand/pictograms.ts'
import type { Words } from './words.ts'

/** A piece of a page: text in it is escaped. */
export type Markup = ReturnType<typeof html>

/** A page of the staff: what stands on it, and who looks at it. */
export type Frame = {
  words: Words
  /** Key of the heading, which names the window too. */
  title: string
  /** Stands as the heading instead of the title's words. */
  heading?: string
  content: Markup
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 429
  /** Key of what went wrong, told before all else. */
  problem?: string | undefined
  /** Key of what has been done. */
  done?: string | undefined
  /** Links to the other pages of an account; absent before signing in. */
  person?: { name: string; isAdministrator: boolean }
  /** Whether the page uses passkeys, the one thing here that needs a script. */
  hasPasskeys?: boolean
  /** Path of a script that the page has, but can do without. */
  script?: string
  cookies?: readonly string[]
}

const TOKENS = path.resolve(import.meta.dirname, '../../content/brand/tokens.css')
const OWN = path.join(import.meta.dirname, 'accounts.css')
/** Where the script for passkeys is. */
export const SCRIPT_PATH = '/account/passkeys.js'

/** Draws pages for staff. The style is read once; `more` are files of it that other pages than those of accounts need. */
export function createFrame(more: readonly string[] = []): (frame: Frame) => Response {
  const style = [TOKENS, OWN, ...more].map((file) => readFileSync(file, 'utf8')).join('')
  const styleHash = createHash('sha256').update(style).digest('base64')
  const policy = (hasScript: boolean) =>
    [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      'img-src data:',
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      ...(hasScript ? ["script-src 'self'", "connect-src 'self'"] : []),
    ].join('; ')
  return (frame) => {
    const { status = 200, hasPasskeys = false, script, cookies = [] } = frame
    const response = new Response(String(draw(frame, style)), {
      status,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy(hasPasskeys || script !== undefined),
        'Cache-Control': 'no-store',
        // A form without a referrer would send no origin either, and we would not know it as ours.
        'Referrer-Policy': 'same-origin',
      },
    })
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
    return response
  }
}

function draw(frame: Frame, style: string): Markup {
  const { words, title, heading, content, problem, done, person, hasPasskeys, script } = frame
  const { say, lang, dir } = words
  const mark = markSvg({ ground: 'currentColor', line: 'var(--color-ground)', direction: dir })
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${say(title)} · Waymark</title>
    <style>${raw(style)}</style>
    ${hasPasskeys ? html`<script src="${SCRIPT_PATH}" defer></script>` : ''}
    ${script ? html`<script src="${script}" defer></script>` : ''}
  </head>
  <body>
    <header class="bar">
      <span class="mark" aria-hidden="true">${raw(mark)}</span>
      <span class="name">Waymark</span>
      ${person ? navigation(words, person) : ''}
    </header>
    <main>
      <h1>${heading ?? say(title)}</h1>
      ${problem ? html`<p class="problem" role="alert">${say(problem)}</p>` : ''}
      ${done ? html`<p class="done" role="status">${say(done)}</p>` : ''}
      ${content}
    </main>
  </body>
</html>`
}

function navigation({ say }: Words, person: NonNullable<Frame['person']>): Markup {
  const people = html`<a href="/account/people">${say('people.title')}</a>`
  return html`<nav aria-label="${say('bar.pages')}">
    <a href="/account">${person.name}</a>
    ${person.isAdministrator ? people : ''}
    <form method="post" action="/account/sign-out">
      <button class="plain">${say('bar.sign-out')}</button>
    </form>
  </nav>`
}
