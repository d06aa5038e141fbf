import { html } from 'hono/html'
import { z } from 'zod'
import type { Binding } from '#content/access/binding.ts'
import { binding, role } from '#content/access/stored-binding.ts'
import { field, tick } from './form.ts'
import type { Markup } from './frame.ts'
import type { Choices } from './load-choices.ts'
import type { Words } from './words.ts'

/** Stands for all organisations, those to come among them. No document has such an id. */
const ALL = '*'

/** The fields of one role: which, for whom, where, until when. */
export function roleFields({ say }: Words, choices: Choices, held?: Binding): Markup {
  const { organizations, places } = choices
  const isHeldFor = (id: string) =>
    held !== undefined && held.organizations !== 'all' && held.organizations.includes(id)
  return html`<fieldset class="roles">
      <legend>${say('role.title')}</legend>
      ${role.options.map(
        (name) => html`<label class="tick">
          <input type="radio" name="role" value="${name}" required
            ${(held?.role ?? 'viewer') === name ? html`checked` : ''} />
          <span><strong>${say(`role.${name}`)}</strong> ${say(`role.${name}-may`)}</span>
        </label>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${say('role.for')}</legend>
      <p class="hint">${say('role.for-hint')}</p>
      ${tick({
        name: 'organization',
        value: ALL,
        label: say('role.for-all'),
        isChecked: held?.organizations === 'all',
      })}
      ${organizations.map(({ id, name }) =>
        tick({ name: 'organization', value: id, label: name, isChecked: isHeldFor(id) }),
      )}
    </fieldset>
    <div class="field">
      <label for="field-place">${say('role.place')}</label>
      <select id="field-place" name="place">
        <option value="">${say('role.no-place')}</option>
        ${places.map(
          ({ id, name }) =>
            html`<option value="${id}" ${held?.place === id ? html`selected` : ''}>${name}</option>`,
        )}
      </select>
    </div>
    ${field({
      name: 'until',
      type: 'date',
      label: say('role.end'),
      value: held?.expiresAt?.slice(0, 10),
      isOptional: true,
    })}`
}

const posted = z.object({
  role,
  organization: z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([]),
  place: z.string().default(''),
  until: z.union([z.literal(''), z.iso.date()]).default(''),
})

/** The role that a form says; undefined where it says none that can be. */
export function readRole(body: Record<string, unknown>): Binding[] | undefined {
  const read = posted.safeParse(body)
  if (!read.success) return undefined
  const { organization, place, until } = read.data
  const held = binding.safeParse({
    role: read.data.role,
    // Who ticks nothing has given nothing.
    organizations: organization.includes(ALL) ? 'all' : organization,
    ...(read.data.role === 'field' && place && { place }),
    // The day itself still counts.
    ...(until && { expiresAt: `${until}T23:59:59Z` }),
  })
  return held.success ? [held.data] : undefined
}

/** Roles as one line, such as "Editor (Harbour Aid)". */
export function bindingsInWords(
  { say }: Words,
  bindings: readonly Binding[],
  { organizations, places }: Choices,
): string {
  if (bindings.length === 0) return say('role.none')
  return bindings
    .map(({ role: held, organizations: ids, place, expiresAt }) => {
      const names = ids === 'all' ? [say('role.all')] : ids.map((id) => nameOf(organizations, id))
      const where = place === undefined ? [] : [nameOf(places, place)]
      const until =
        expiresAt === undefined ? [] : [`${say('role.until')} ${expiresAt.slice(0, 10)}`]
      return `${say(`role.${held}`)} (${[...names, ...where, ...until].join(', ')})`
    })
    .join('; ')
}

function nameOf(choices: Choices['places'], id: string): string {
  return choices.find((choice) => choice.id === id)?.name ?? id
}
