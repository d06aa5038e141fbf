import { isJsonObject, type LakeDocument } from './document.ts'
import type { AttributePath } from './path-order.ts'

/** The texts at a path of a document, at any depth; lists on the way are looked through. */
export function textsAt(document: LakeDocument, path: AttributePath): string[] {
  let values: unknown[] = [document]
  for (const name of path) {
    values = values.flat().flatMap((value) => {
      return isJsonObject(value) && Object.hasOwn(value, name) ? [value[name]] : []
    })
  }
  const texts: string[] = []
  for (const value of values) collect(value, texts)
  return texts
}

// What begins with `_` is the system's, and a block's `style` and `marks` are not words of the author.
function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, texts)
  else if (isJsonObject(value)) {
    if (value['_type'] === 'span') collect(value['text'], texts)
    else if (value['_type'] === 'block' && Array.isArray(value['children'])) {
      // One word may be cut into spans by its formatting.
      if (value['children'].every(isSpan)) texts.push(value['children'].map(textOf).join(''))
      else collect(value['children'], texts)
    } else {
      for (const name of Object.keys(value)) if (!name.startsWith('_')) collect(value[name], texts)
    }
  }
}

function isSpan(value: unknown): boolean {
  return isJsonObject(value) && value['_type'] === 'span'
}

function textOf(span: unknown): string {
  return isJsonObject(span) && typeof span['text'] === 'string' ? span['text'] : ''
}
