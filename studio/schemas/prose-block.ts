import type { ArrayOfType } from 'sanity'
import { textBlock } from '#content/model/documents/guide.ts'
import { words } from './words.ts'

/** A block of a guide's Portable Text: the styles and lists of the model, strong and emphasised words, no links. */
export function proseBlock(): ArrayOfType {
  const { style, listItem } = textBlock.shape
  const entries = (values: readonly string[]) =>
    values.map((value) => ({ value, title: words(value) }))
  return {
    type: 'block',
    styles: entries(style.unwrap().options),
    lists: entries(listItem.unwrap().options),
    marks: { decorators: entries(['strong', 'em']), annotations: [] },
  }
}
