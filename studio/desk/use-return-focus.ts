import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it came from once this is gone, so that who works by keyboard goes on from there.
 * Whoever has gone elsewhere meanwhile is left there.
 *
 * @param findHome where it goes if what had it is gone by then; asked when this opens
 */
export function useReturnFocus(findHome?: (opener: Element) => HTMLElement | null | undefined) {
  const [{ opener, home }] = useState(() => {
    const focused = document.activeElement ?? document.body
    return { opener: focused, home: findHome?.(focused) }
  })
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      const isThere = opener.isConnected && opener !== document.body
      if (isThere && opener instanceof HTMLElement) opener.focus()
      if (document.activeElement === document.body) home?.focus()
    },
    [opener, home],
  )
}
