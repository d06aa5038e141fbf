import { refuse } from './errors.ts'
import { readSvg, type SvgToken } from './svg-tokens.ts'

/** Elements that draw. No script, no link, no HTML, no picture from elsewhere, no animation, no filter. */
const DRAWING = new Set(
  (
    'svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan ' +
    'textPath linearGradient radialGradient stop clipPath mask pattern marker style'
  ).split(' '),
)

/** Left out with all that is in them: who drew it, and with what. */
const WORDS_ABOUT_IT = new Set(['metadata'])

/** Each one draws again what it points to. */
const MOST_USES = 500
const MOST_ELEMENTS = 20_000
const MOST_DEPTH = 100

type Open = Extract<SvgToken, { kind: 'open' }>

/**
 * An SVG without comments, words about its making and what drawing programs add for themselves.
 * What could run, load or lead elsewhere is refused rather than cut out: a picture that has
 * lost a part would be published unseen. The result cleans to itself.
 *
 * @throws LakeError 400 naming what is not taken
 */
export function cleanSvg(source: string): string {
  const tokens = readSvg(source)
  refuseTooMuch(tokens)
  let out = ''
  const skipped: string[] = []
  const path: string[] = []
  for (const token of tokens) {
    if (token.kind === 'open') {
      const isSkipped =
        skipped.length > 0 || isForeign(token.name) || WORDS_ABOUT_IT.has(token.name)
      if (isSkipped) {
        if (!token.isEmpty) skipped.push(token.name)
        continue
      }
      refuseElement(token, path)
      out += written(token)
      if (!token.isEmpty) path.push(token.name)
    } else if (token.kind === 'close') {
      if (skipped.length > 0) skipped.pop()
      else out += `</${path.pop()}>`
    } else if (skipped.length === 0) {
      if (path.at(-1) === 'style') refuseStyle(token.text, 'style')
      if (path.length > 0) out += token.text
      else if (token.text.trim() !== '') throw refuse(400, 'The SVG has text around its picture')
    }
  }
  return out
}

function refuseElement({ name, attributes }: Open, path: string[]): void {
  const isRoot = path.length === 0
  if (isRoot !== (name === 'svg' && isRoot)) throw refuse(400, 'The file has no svg at its root')
  if (!DRAWING.has(name)) throw refuse(400, `The SVG has <${name}>, which is not taken`)
  if (path.at(-1) === 'style') throw refuse(400, 'The SVG has elements in its style')
  for (const [attribute, value] of attributes) {
    const isLink = /(?:^|:)href$/i.test(attribute)
    if (/^on/i.test(attribute)) throw refuse(400, `The SVG has ${attribute}, which could run`)
    if (/(?:^|:)base$/i.test(attribute) || (isLink && !/^#[\w.:-]+$/.test(value))) {
      throw refuse(400, `The SVG leads elsewhere in ${attribute} of <${name}>`)
    }
    if (!attribute.startsWith('xmlns')) refuseStyle(value, attribute)
    else if (attribute === 'xmlns' && value !== 'http://www.w3.org/2000/svg') {
      throw refuse(400, 'The SVG has another namespace than that of SVG')
    }
  }
}

/** A value may only point into its own document. Escapes could hide what does not. */
function refuseStyle(css: string, where: string): void {
  const outside = css.replaceAll(/url\(\s*(['"]?)#[\w.:-]+\1\s*\)/g, '')
  const isStyle = where === 'style'
  if (/url\s*\(/i.test(outside) || (isStyle && /@(?!media\b)|image(?:-set)?\s*\(/i.test(outside))) {
    throw refuse(400, `The SVG leads elsewhere in ${where}`)
  }
  if (/\\|&#/.test(css)) throw refuse(400, `The SVG hides characters in ${where}`)
}

function written({ name, attributes, isEmpty }: Open): string {
  const kept = attributes
    .filter(([attribute]) => isKept(attribute))
    .map(([attribute, value]) => ` ${attribute}="${value.replaceAll('"', '&quot;')}"`)
  return `<${name}${kept.join('')}${isEmpty ? '/' : ''}>`
}

function isKept(attribute: string): boolean {
  return (
    !isForeign(attribute) ||
    ['xml:lang', 'xml:space', 'xlink:href', 'xmlns:xlink'].includes(attribute)
  )
}

function isForeign(name: string): boolean {
  return name.includes(':')
}

function refuseTooMuch(tokens: SvgToken[]): void {
  let depth = 0
  let elements = 0
  let uses = 0
  for (const token of tokens) {
    if (token.kind === 'close') depth -= 1
    if (token.kind !== 'open') continue
    elements += 1
    if (token.name === 'use') uses += 1
    if (!token.isEmpty) depth += 1
    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS || uses > MOST_USES) {
      throw refuse(400, 'The SVG has too many elements')
    }
  }
}
