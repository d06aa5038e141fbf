import { words } from '../../schemas/words.ts'

/** What people call the place of a text in a file: `body[_key=="a"]` is the text of a guide. */
export function unitWords(unit: string): string {
  return words(unit.replace(/\[.*$/s, ''))
}
