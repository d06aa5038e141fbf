import type { Release } from '../release/release.ts'
import type { ToPage } from '../worker/messages.ts'
import { createClock } from './clock.ts'
import { type Content, openContent } from './content.ts'
import type { Door } from './door.ts'
import { useFonts } from './fonts.ts'
import { hearReader } from './hear-reader.ts'
import { closeEscapes } from './no-escape.ts'
import { createStage } from './stage.ts'
import { type PlayerEvent, reduce, untouched, warningSeconds } from './state.ts'

const TICK_MS = 250
const KEEP_TIME_MS = 60_000
const PLAY_AGAIN_MS = 10_000
const RENEW_SHELL_MS = 6 * 60 * 60 * 1000

type Play = Extract<ToPage, { type: 'play' }>

/**
 * Plays a place inside `root`, whose own content is the last resort: it stays until there is a release,
 * and comes back if one cannot be drawn. Without `place` the one played last is played. `door` is where it comes from.
 */
export function startPlayer(root: HTMLElement, place: string | undefined, door: Door): void {
  const lastResort = root.cloneNode(true)
  const clock = createClock({ wall: Date.now, monotonic: () => performance.now() })
  let state = untouched(performance.now())
  let content: Content | undefined
  let hasNewShell = false

  const dispatch = (event: PlayerEvent) => {
    state = reduce(state, event, performance.now())
    draw()
  }
  let stage = createStage(root, dispatch)
  const draw = () => {
    if (content === undefined) return
    try {
      stage.show(content, state, clock.now(), warningSeconds(state, performance.now()))
      delete root.dataset['trouble']
    } catch (cause) {
      // Never white: what cannot be drawn gives way to the number that always holds.
      root.dataset['trouble'] = String(cause)
      root.replaceChildren(...lastResort.cloneNode(true).childNodes)
      stage = createStage(root, dispatch)
    }
  }

  const line = door.openLine({
    onMessage: (message) => {
      if (place !== undefined && message.place !== place) return
      if (message.type === 'checked') return checked(message.outcome)
      play(message).catch((cause: unknown) => {
        // What plays goes on; the worker mends its blobs and is asked again.
        root.dataset['trouble'] = String(cause)
        setTimeout(greet, PLAY_AGAIN_MS)
      })
    },
    onShell: () => {
      hasNewShell = true
    },
  })
  const news = door.createNews((followed) => line.send({ type: 'check', place: followed }))
  const checked = (outcome: string) => {
    root.dataset['checked'] = outcome
    news.ended(outcome)
  }
  const isNews = ({ counter }: Release) =>
    content === undefined || counter > content.release.counter
  const play = async ({ place: slug, release, isPreview, highestMoment }: Play) => {
    if (!isNews(release)) return
    place ??= slug
    clock.raise(Math.max(release.createdAt, highestMoment))
    const opened = await openContent(release, { isPreview, blobAddress: door.blobAddress })
    // Something newer may have been opened meanwhile.
    if (!isNews(release)) return
    useFonts(release, door.blobAddress)
    const isFirst = content === undefined
    content = opened
    root.dataset['counter'] = String(release.counter)
    news.follow(slug)
    if (isFirst) state = untouched(performance.now())
    dispatch(isFirst ? { type: 'tick' } : { type: 'release', languages: opened.languages })
    if (root.dataset['trouble'] === undefined) news.shows(release.counter)
  }
  const greet = () => line.send({ type: 'hello', ...(place === undefined ? {} : { place }) })

  const tick = () => {
    dispatch({ type: 'tick' })
    if (hasNewShell && state.screen === 'attract') location.reload()
  }
  setInterval(tick, TICK_MS)
  setInterval(() => {
    if (content === undefined) return
    const { slug } = content.release.facts.place
    line.send({ type: 'seen', place: slug, moment: clock.now() })
  }, KEEP_TIME_MS)
  setInterval(() => state.screen === 'attract' && line.renewShell(), RENEW_SHELL_MS)

  hearReader(dispatch)
  closeEscapes()
  if (place !== undefined) news.follow(place)
  greet()
  door.keep()
}
