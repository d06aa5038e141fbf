import { html } from 'hono/html'
import { field } from '../accounts/form.ts'
import type { Markup } from '../accounts/frame.ts'
import type { Words } from '../accounts/words.ts'
import { ownerIdOf } from './standby-of.ts'
import type { StoredFact } from './stored-fact.ts'

/** The facts that somebody may withdraw, with a search by name, organisation or digits; withdrawn ones last. */
export function factList(
  { say, lang }: Words,
  {
    facts,
    organizations,
    sought,
  }: { facts: readonly StoredFact[]; organizations: ReadonlyMap<string, string>; sought: string },
): Markup {
  const ownerOf = (fact: StoredFact) => organizations.get(ownerIdOf(fact)) ?? ''
  const isWithdrawn = ({ versions }: StoredFact) => versions.published?.withdrawal !== undefined
  const shown = facts
    .filter((fact) => fits(fact, ownerOf(fact), sought))
    .toSorted(
      (a, b) =>
        Number(isWithdrawn(a)) - Number(isWithdrawn(b)) || a.title.localeCompare(b.title, lang),
    )
  const rows = shown.map(
    (fact) => html`<li>
      <a href="/withdraw/${fact.id}">
        <strong>${fact.title}</strong>
        <span class="numbers"><bdi dir="ltr">${fact.versions.published?.numbers.join(' · ')}</bdi></span>
        <span class="hint">${ownerOf(fact)}</span>
        ${isWithdrawn(fact) ? html`<span class="state off">${say('withdraw.is-withdrawn')}</span>` : ''}
      </a>
    </li>`,
  )
  return html`<p>${say('withdraw.lead')}</p>
    <form class="find" method="get" action="/withdraw" role="search">
      ${field({ name: 'q', label: say('withdraw.search'), value: sought, isOptional: true })}
      <button class="quiet">${say('withdraw.search-button')}</button>
    </form>
    ${rows.length > 0 ? html`<ul class="facts">${rows}</ul>` : html`<p>${say('withdraw.nothing')}</p>`}`
}

function fits({ title, versions }: StoredFact, owner: string, sought: string): boolean {
  const words = sought.trim().toLowerCase()
  if (`${title}\n${owner}`.toLowerCase().includes(words)) return true
  const digits = sought.replace(/\D/g, '')
  const numbers = versions.published?.numbers ?? []
  return digits !== '' && numbers.some((dial) => dial.replace(/\D/g, '').includes(digits))
}
