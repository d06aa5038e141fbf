import { html } from 'hono/html'
import type { FollowedAnswer } from '#content/model/desk.ts'
import type { Markup } from '../accounts/frame.ts'
import type { Words } from '../accounts/words.ts'

type Screen = FollowedAnswer['screens'][number]

/** How far pages and screens have followed, in one sentence. */
export function summaryOf({ say }: Words, { pages, screens }: FollowedAnswer): string {
  const all = [...pages.map(({ hasFollowed }) => hasFollowed), ...screens.map(hasFollowedAll)]
  const count = all.filter((hasFollowed) => !hasFollowed).length
  if (count === 0) return say('withdraw.all-followed')
  return say('withdraw.not-yet', { count, all: all.length })
}

/** Pages, screens and pieces, those first that have not followed. */
export function followersView(words: Words, followed: FollowedAnswer): Markup {
  const { say } = words
  const { pages, screens, pieces } = followed
  const isDone =
    pages.every(({ hasFollowed }) => hasFollowed) && screens.every((it) => hasFollowedAll(it))
  const lateFirst = <Item>(items: readonly Item[], isThere: (item: Item) => boolean) =>
    items.toSorted((a, b) => Number(isThere(a)) - Number(isThere(b)))
  return html`<div class="followers" data-summary="${summaryOf(words, followed)}" ${isDone ? html`data-done` : ''}>
    <h3>${say('withdraw.screens')}</h3>
    ${listOf(
      lateFirst(screens, hasFollowedAll).map(
        (it) =>
          html`<li><span>${it.place}</span> ${state(hasFollowedAll(it), screenWords(words, it))}</li>`,
      ),
      say('withdraw.no-screens'),
    )}
    <h3>${say('withdraw.pages')}</h3>
    ${listOf(
      lateFirst(pages, (page) => page.hasFollowed).map(
        ({ place, address, hasFollowed }) => html`<li><a href="${address}">${place}</a>
          ${state(hasFollowed, say(hasFollowed ? 'withdraw.followed-yes' : 'withdraw.followed-no'))}</li>`,
      ),
      say('withdraw.no-pages'),
    )}
    <h3>${say('withdraw.pieces')}</h3>
    ${listOf(
      pieces.map(
        ({ place, code, spot, copies, isKnown }) => html`<li>
          <span>${place || say('withdraw.no-place')}${spot ? html`, ${spot}` : ''} ${code ?? ''}</span>
          <span class="state off">${say(isKnown ? 'withdraw.copies' : 'withdraw.copies-unknown', { copies })}</span></li>`,
      ),
      say('withdraw.no-pieces'),
    )}
  </div>`
}

function hasFollowedAll({ hasRelease, connected, followed }: Screen): boolean {
  return hasRelease && followed === connected
}

function screenWords({ say }: Words, { connected, followed, hasRelease }: Screen): string {
  if (connected > 0) return say('withdraw.screens-of', { followed, connected })
  return say(hasRelease ? 'withdraw.offline' : 'withdraw.offline-no')
}

function listOf(items: readonly Markup[], none: string): Markup {
  return items.length > 0 ? html`<ul>${items}</ul>` : html`<p class="hint">${none}</p>`
}

function state(isGone: boolean, words: string): Markup {
  return html`<span class="state ${isGone ? 'on' : 'off'}">${words}</span>`
}
