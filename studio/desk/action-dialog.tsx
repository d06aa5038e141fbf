import { type ReactNode, useEffect, useRef } from 'react'

const FIRST = 'form button, input, textarea, a[href], button'

/**
 * What a document's action shows in its dialog. In its narrow layout the Studio leaves the focus behind such a dialog,
 * where Escape does not reach it: here the dialog takes the focus whenever nothing has it, and closes by Escape.
 */
export function ActionDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    const take = () => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        const dialog = content.current?.closest('[role="dialog"]')
        const first = content.current?.querySelector<HTMLElement>(FIRST)
        const found = first ?? dialog?.querySelector<HTMLElement>(FIRST)
        found?.focus()
      })
    }
    take()
    document.addEventListener('focusout', take)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusout', take)
    }
  }, [])
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onClose])
  return <div ref={content}>{children}</div>
}
