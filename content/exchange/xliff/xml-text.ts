import { Mistake } from '#content/model/errors.ts'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// A carriage return, and white space in attributes, would be read as something else. XML 1.0, 2.11 and 3.3.3.
const IN_TEXT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
}
const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  ...IN_TEXT,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (sign) => IN_TEXT[sign] ?? sign)
}

/** Text as it stands in an attribute with double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>\r"\n\t]/g, (sign) => IN_ATTRIBUTE[sign] ?? sign)
}

/** Whether XML 1.0 can hold a code point (2.2, Char). */
export function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false
  return codePoint !== 0xfffe && codePoint !== 0xffff && codePoint <= 0x10ffff
}

/**
 * Text with its references resolved: the five names that every XML file has, and numbers.
 *
 * @throws Mistake for any other name: it would need a DTD, and none is read
 */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([^;\s&]{0,40}));?/g, resolve)
}

function resolve(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (!whole.endsWith(';')) throw unknown(whole)
  if (name !== undefined) {
    const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
    if (known === undefined) throw unknown(whole)
    return known
  }
  const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  if (!isXmlCharacter(codePoint)) throw unknown(whole)
  return String.fromCodePoint(codePoint)
}

function unknown(reference: string): Mistake {
  return new Mistake(
    'xliff-reference',
    `"${reference}" stands for no character here. Write it as a character, or & as &amp;.`,
  )
}
