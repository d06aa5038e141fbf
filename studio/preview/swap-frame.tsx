import { useEffect, useReducer, useRef } from 'react'
import { isPast, type Loading, nextLoading, START } from './swap-loading.ts'

/** What a frame shows, and what may run in it. */
type SwapFrameProps = {
  src: string
  title: string
  /** The player needs scripts; pages get none. */
  hasScripts: boolean
  /** The token is known no more. */
  onPast: () => void
  onBusy: (isBusy: boolean) => void
}

const SHOWN = {
  position: 'absolute',
  inset: 0,
  border: 0,
  inlineSize: '100%',
  blockSize: '100%',
} as const

/**
 * Shows an address and, when it changes, the one before until the new one is there and scrolled to where the reader
 * was, at first to what is drafted: nothing flashes while somebody types. One loads at a time; what changes meanwhile is loaded afterwards.
 */
export function SwapFrame({ src, title, hasScripts, onPast, onBusy }: SwapFrameProps) {
  const [loading, dispatch] = useReducer(nextLoading, START)
  const frames = useRef(new Map<string, HTMLIFrameElement>())
  useEffect(() => dispatch({ type: 'wanted', src }), [src])
  useEffect(() => onBusy(loading.coming !== undefined), [loading.coming, onBusy])
  const loaded = (address: string, frame: HTMLIFrameElement) => {
    if (isPast(frame.contentDocument)) onPast()
    const before = loading.shown === undefined ? undefined : frames.current.get(loading.shown)
    const top = before ? before.contentWindow?.scrollY : topOfDraft(frame)
    frame.contentWindow?.scrollTo({ top: top ?? 0 })
    dispatch({ type: 'loaded', src: address })
  }
  return addressesOf(loading).map((address) => (
    <iframe
      key={address}
      ref={(frame) => {
        if (frame) frames.current.set(address, frame)
        else frames.current.delete(address)
      }}
      src={address}
      title={title}
      // Of the same origin, so that it can be scrolled from here. Nothing in it may lead the Studio away.
      sandbox={hasScripts ? 'allow-same-origin allow-scripts' : 'allow-same-origin'}
      onLoad={({ currentTarget }) => loaded(address, currentTarget)}
      style={{ ...SHOWN, visibility: address === loading.shown ? 'visible' : 'hidden' }}
      {...(address !== loading.shown && { 'aria-hidden': true, tabIndex: -1 })}
    />
  ))
}

function addressesOf({ shown, coming }: Loading): string[] {
  return [shown, coming].filter((address) => address !== undefined)
}

/** Where to scroll to for the block that is drafted to be in the middle. Asking the block itself would move us too. */
function topOfDraft({ contentDocument, contentWindow }: HTMLIFrameElement): number | undefined {
  const block = contentDocument?.getElementById('draft')?.getBoundingClientRect()
  if (!block || !contentWindow) return undefined
  return contentWindow.scrollY + block.top - (contentWindow.innerHeight - block.height) / 2
}
