import { useState } from 'react'

/**
 * Words that are being typed, kept in this tab until they are sent: they are there again after signing in anew.
 * `forget` once they are sent.
 */
export function useKept(
  key: string,
  initial = '',
): { text: string; write: (text: string) => void; forget: () => void } {
  const name = `waymark:${key}`
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? initial)
  return {
    text,
    write(next) {
      setText(next)
      sessionStorage.setItem(name, next)
    },
    forget() {
      setText(initial)
      sessionStorage.removeItem(name)
    },
  }
}
