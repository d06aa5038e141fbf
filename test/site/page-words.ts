import { type HtmlElement, HtmlValidate, Parser, type TextNode } from 'html-validate'

/** Words of a page as a browser has them, with the language that is said of them. */
export type PageWords = {
  text: string
  lang: string
  /** A number, an address: the same in every language, and kept in its own order. */
  isIsolated: boolean
  /** Said of an element, not inside it. */
  isLabel: boolean
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
})
const SILENT = ['script', 'style', 'svg']
// A browser parts these from what is beside them by itself.
const BLOCKS = ['details', 'div', 'h1', 'h2', 'h3', 'li', 'nav', 'ol', 'p', 'ul']
const SPOKEN = ['aria-label', 'alt', 'title', 'data-copied', 'data-failed']
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What is wrong with the HTML of a page as it is served, rule by rule. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

/** The tree of a page. */
export async function readPage(html: string): Promise<HtmlElement> {
  return new Parser(await validator.getConfigFor('page.html')).parseHtml(html)
}

/** Every word that is seen or heard, in order. */
export function wordsOf(
  element: HtmlElement,
  said: Omit<PageWords, 'text'> = { lang: '', isIsolated: false, isLabel: false },
): PageWords[] {
  const lang = element.getAttributeValue('lang') ?? said.lang
  const isBare = element.is('bdi') && element.getAttributeValue('lang') === null
  const here = { lang, isIsolated: said.isIsolated || isBare, isLabel: element.is('title') }
  const attributes = SPOKEN.flatMap((name) => element.getAttributeValue(name) ?? [])
  const children = element.childNodes.flatMap((node) => {
    if (isElement(node)) return SILENT.includes(node.tagName) ? [] : wordsOf(node, here)
    return isText(node) ? [{ text: plain(node.textContent), ...here }] : []
  })
  const own = attributes.map((text) => ({ text: plain(text), ...here, isLabel: true }))
  return [...own, ...children].filter(({ text }) => /\S/.test(text))
}

/** Words that are read as one because nothing stands between two parts of a link, such as "Call112". */
export function runTogether(root: HtmlElement): string[] {
  return ['a', 'summary', 'header'].flatMap((name) =>
    elementsOf(root, name).flatMap((element) => {
      const parts = element.childNodes.map(textOf)
      return parts.flatMap((before, at) => {
        const after = parts[at + 1] ?? ''
        const isInside = before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after)
        return isInside ? [] : [`${before}${after}`]
      })
    }),
  )
}

/** Every element of a kind, in order. */
export function elementsOf(element: HtmlElement, selector: string): HtmlElement[] {
  return element.querySelectorAll(selector)
}

function textOf(node: object): string {
  if (!isElement(node)) return isText(node) ? node.textContent : ''
  const isApart = [...SILENT, ...BLOCKS].includes(node.tagName) || isNameInWords(node)
  return isApart ? '' : node.childNodes.map(textOf).join('')
}

function isNameInWords(element: HtmlElement): boolean {
  return element.is('bdi') && !element.classList.contains('dial')
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return ENTITIES[String(name)] ?? whole
  })
}

function isElement(node: object): node is HtmlElement {
  return 'tagName' in node
}

function isText(node: object): node is TextNode {
  return !isElement(node) && 'textContent' in node
}
