import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { html, raw } from 'hono/html'
import type { Passage } from '#content/help/view.ts'
import { NOTE_SECONDS } from '#content/model/spoken-texts.ts'
import { recordNote } from './record-note.ts'

/** Says one of the page's own sentences, marked with the language that it is really in. */
export type Say = (key: string, parameters?: Record<string, string | number>) => Passage

/** What a review link shows: one text, thanks, or that it has ended. */
export type ReviewPage = {
  say: Say
  status?: 200 | 400 | 404 | 410 | 429 | 503
  /** Key of what went wrong, told before all else. */
  problem?: string | undefined
} & (
  | { kind: 'thanks' | 'over' | 'wait' }
  | {
      kind: 'text'
      /** Addresses: where the answer goes, where the recording is. */
      action: string
      audio: string | undefined
      passage: Passage
      at: number
      all: number
    }
)

type Markup = ReturnType<typeof html>

const TOKENS = path.resolve(import.meta.dirname, '../../content/brand/tokens.css')
const OWN = path.join(import.meta.dirname, 'review.css')

/** The one script: it records voice notes. */
export const SCRIPT = `(${recordNote.toString()})(document, window)`
/** Where it is. */
export const SCRIPT_PATH = '/review/note.js'

/** Draws the pages of review links. The style is read once. */
export function createReviewFrame(): (page: ReviewPage) => Response {
  const style = readFileSync(TOKENS, 'utf8') + readFileSync(OWN, 'utf8')
  const styleHash = createHash('sha256').update(style).digest('base64')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "script-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return (page) =>
    new Response(String(draw(page, style)), {
      status: page.status ?? 200,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      },
    })
}

function draw(page: ReviewPage, style: string): Markup {
  const { say, problem } = page
  const title = say(page.kind === 'thanks' || page.kind === 'over' ? page.kind : 'title')
  return html`<!doctype html>
<html lang="${title.lang}" dir="${title.dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${title.text}</title>
    <style>${raw(style)}</style>
    ${page.kind === 'text' ? html`<script src="${SCRIPT_PATH}" defer></script>` : ''}
  </head>
  <body>
    <main>${page.kind === 'text' ? text(page, title) : words(page, title)}</main>
    <footer><p class="quiet">${say('private').text}</p></footer>
  </body>
</html>`

  function words({ kind }: ReviewPage, heading: Passage): Markup {
    const key = { thanks: 'thanks-text', over: 'over-text', wait: 'wait', text: 'title' }[kind]
    return html`<header><h1>${heading.text}</h1><p>${say(key).text}</p></header>`
  }

  function text(shown: ReviewPage & { kind: 'text' }, heading: Passage): Markup {
    const { action, audio, passage, at, all } = shown
    const { lang, dir } = passage
    const listen = html`<audio preload="none" controls src="${audio}" aria-label="${say('listen').text}"></audio>`
    return html`<header>
        <h1>${heading.text}</h1>
        <p>${say('lead').text}</p>
        <p><strong>${say('progress', { at, all }).text}</strong></p>
      </header>
      <section>
        <p class="problem" role="alert" ${problem ? '' : 'hidden'}>${problem ? say(problem).text : ''}</p>
        <blockquote lang="${lang}" dir="${dir}">${passage.text}</blockquote>
        ${audio === undefined ? html`<p class="quiet">${say('no-recording').text}</p>` : listen}
        <form method="post" action="${action}" enctype="multipart/form-data">
          <fieldset>
            <legend>${say('note').text}</legend>
            <p class="quiet">${say('limit').text}</p>
            <label data-file>${say('note-file').text}
              <input type="file" name="note" accept="audio/*" capture /></label>
            ${recorder()}
          </fieldset>
          <p role="status" hidden></p>
          <div class="verdicts">
            <button name="verdict" value="right">✓ ${say('right').text}</button>
            <button name="verdict" value="wrong">✗ ${say('wrong').text}</button>
          </div>
        </form>
      </section>`
  }

  function recorder(): Markup {
    return html`<div data-recorder hidden
      data-seconds="${NOTE_SECONDS}" data-stop="■ ${say('stop').text}" data-again="${say('again').text}"
      data-denied="${say('denied').text}" data-no-microphone="${say('no-microphone').text}"
      data-ready="${say('ready').text}" data-bad-note="${say('bad-note').text}"
      data-too-short="${say('too-short').text}"
      data-offline="${say('offline').text}">
      <button type="button">● ${say('record').text}</button>
      <audio controls hidden aria-label="${say('listen').text}"></audio>
    </div>`
  }
}
