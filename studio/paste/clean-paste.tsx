import type { ClipboardEvent } from 'react'
import { definePlugin, type InputProps } from 'sanity'
import { cleanLine, cleanText } from './clean-text.ts'

// Pastes that are ours, so that they are not cleaned again.
const cleaned = new WeakSet<Event>()

/** Text that is pasted into any field of a document comes in clean, from Word as from anywhere. */
export const cleanPaste = definePlugin({
  name: 'clean-paste',
  form: { components: { input: Root } },
})

function Root(props: InputProps) {
  const input = props.renderDefault(props)
  if (props.id !== 'root') return input
  return (
    <div style={{ display: 'contents' }} onPasteCapture={clean}>
      {input}
    </div>
  )
}

function clean(event: ClipboardEvent) {
  const { target, clipboardData, nativeEvent } = event
  if (cleaned.has(nativeEvent) || clipboardData.files.length > 0) return
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    const text = clipboardData.getData('text/plain')
    const words = target instanceof HTMLInputElement ? cleanLine(text) : cleanText(text)
    if (words === text) return
    event.preventDefault()
    event.stopPropagation()
    // The one way that leaves undoing it to the browser.
    document.execCommand('insertText', false, words)
  } else if (target instanceof Element && target.closest('[contenteditable="true"]') !== null) {
    pasteAgain(event, target)
  }
}

/** A long text takes the paste itself, with its own rules about styles: it is handed the same one with clean words. */
function pasteAgain(event: ClipboardEvent, target: Element) {
  const html = event.clipboardData.getData('text/html')
  if (html === '') return
  event.preventDefault()
  event.stopPropagation()
  const data = new DataTransfer()
  data.setData('text/html', cleanMarkup(html))
  data.setData('text/plain', cleanText(event.clipboardData.getData('text/plain')))
  const again = new window.ClipboardEvent('paste', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  })
  cleaned.add(again)
  target.dispatchEvent(again)
}

/** Markup with the words in it cleaned; what a style or a class says is for the text's own rules to read. */
function cleanMarkup(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    node.nodeValue = cleanText(node.nodeValue ?? '')
  }
  return page.documentElement.outerHTML
}
