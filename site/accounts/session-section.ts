import { html } from 'hono/html'
import type { Session } from '#content/access/sessions.ts'
import { hidden } from './form.ts'
import type { Markup } from './frame.ts'
import { agoInWords } from './moments.ts'
import type { Words } from './words.ts'

/** Where somebody is signed in, each with a button that ends it. */
export function sessionSection(
  words: Words,
  sessions: readonly Session[],
  current: string,
  now: Date,
): Markup {
  const { say } = words
  return html`<section>
    <h2>${say('sessions.title')}</h2>
    <p class="hint">${say('sessions.hint')}</p>
    <ul class="rows">
      ${sessions.map(
        ({ id, createdAt, lastSeenAt }) => html`<li>
          <div>
            <strong>${say(id === current ? 'sessions.this' : 'sessions.other')}</strong>
            <p class="hint">${say('sessions.since')} ${agoInWords(createdAt, now, words.lang)} ·
              ${say('sessions.seen')} ${agoInWords(lastSeenAt, now, words.lang)}</p>
          </div>
          ${id === current ? '' : endForm(say('sessions.end'), id)}
        </li>`,
      )}
    </ul>
    ${sessions.length > 1 ? endForm(say('sessions.end-others')) : ''}
  </section>`
}

function endForm(button: string, id?: string): Markup {
  return html`<form method="post" action="/account/sessions/end">
    ${id ? hidden('id', id) : ''}
    <button class="quiet">${button}</button>
  </form>`
}
