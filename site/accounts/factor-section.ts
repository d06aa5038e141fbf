import { html } from 'hono/html'
import type { Passkey } from '#content/access/factors.ts'
import type { Member } from '#content/access/members.ts'
import { field, form, hidden } from './form.ts'
import type { Markup } from './frame.ts'
import type { Words } from './words.ts'

/** What somebody has besides the password, and how to add or end it. */
export function factorSection(words: Words, member: Member, passkeys: readonly Passkey[]): Markup {
  const { say } = words
  const password = field({
    name: 'password',
    type: 'password',
    label: say('field.current-password'),
    autocomplete: 'current-password',
  })
  const off = html`<p class="state on">${say('factor.totp-on')}</p>
    <details>
      <summary>${say('factor.change')}</summary>
      ${form('/account/codes', [password], say('factor.new-codes'))}
      ${form('/account/totp/off', [password], say('factor.totp-end'))}
    </details>`
  const on = html`<p class="state">${say('factor.totp-off')}</p>
    ${form('/account/totp', [password], say('factor.totp-start'))}`
  return html`<section>
    <h2>${say('factor.title')}</h2>
    <p class="hint">${say('factor.why')}</p>
    <h3>${say('factor.totp')}</h3>
    ${member.hasTotp ? off : on}
    <h3>${say('factor.passkeys')}</h3>
    ${passkeys.length === 0 ? html`<p class="state">${say('factor.no-passkey')}</p>` : ''}
    <ul class="rows">
      ${passkeys.map(
        ({ id, name }) => html`<li>
          <strong>${name}</strong>
          <form method="post" action="/account/passkeys/remove">
            ${hidden('id', id)}
            <button class="quiet">${say('factor.passkey-end')}</button>
          </form>
        </li>`,
      )}
    </ul>
    <div class="passkey" data-passkey="register" data-next="/account?done=passkey" hidden>
      <div class="field">
        <label for="passkey-name">${say('field.passkey-name')}</label>
        <input id="passkey-name" value="${say('factor.passkey-default')}" maxlength="60" />
      </div>
      <button type="button">${say('factor.passkey-start')}</button>
      <p class="problem" role="alert" hidden>${say('passkey.failed')}</p>
    </div>
    <p class="hint" data-passkey-name hidden>${say('passkey.name')}</p>
    <noscript><p class="hint">${say('passkey.script')}</p></noscript>
  </section>`
}
