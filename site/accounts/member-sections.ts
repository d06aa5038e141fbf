import { html } from 'hono/html'
import type { Member } from '#content/access/members.ts'
import { form } from './form.ts'
import type { Markup } from './frame.ts'
import type { Choices } from './load-choices.ts'
import { roleFields } from './role-fields.ts'
import type { Words } from './words.ts'

/** What an administrator can do about one account, short of removing it. */
export function memberSections(
  { lang, dir, say }: Words,
  member: Member,
  choices: Choices,
): Markup {
  const { id, bindings, isLocked, hasTotp, passkeys } = member
  const at = `/account/people/${id}`
  const [held] = bindings
  return html`<section>
      <h2>${say('person.roles')}</h2>
      ${form(`${at}/roles`, [roleFields({ lang, dir, say }, choices, held)], say('account.save'))}
    </section>
    <section>
      <h2>${say('person.access')}</h2>
      <p class="state">${say(isLocked ? 'people.is-locked' : 'person.is-open')}</p>
      ${
        isLocked
          ? form(`${at}/unlock`, [], say('person.unlock'))
          : form(`${at}/lock`, [], say('person.lock'))
      }
      <p class="state">${say(hasTotp || passkeys > 0 ? 'person.two-factors' : 'person.one-factor')}</p>
      ${form(`${at}/reset`, [], say('person.reset'))}
      ${hasTotp || passkeys > 0 ? form(`${at}/factors`, [], say('person.drop-factors')) : ''}
    </section>`
}
