import { z } from 'zod'
import { foreignMatter } from '#content/locales/foreign-matter.ts'
import { gapFaults } from '#content/locales/gaps.ts'
import { sourceOf } from '#content/locales/needed-keys.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { translatedText } from '#content/model/translation.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

const words = z.object({
  _type: z.literal('interfaceText'),
  language: languageTag,
  strings: z.array(z.object({ key: z.string(), value: translatedText.element.shape.value })),
})

/**
 * Refuses approved words of ours that have lost a gap of the English sentence ("{{count}}") or brought one of their
 * own, that bring a number, an address or signs of a program, and words for a key that we do not have. `english` are the words of `content/locales/en.json`.
 */
export function interfaceGate(
  changes: readonly ProposedChange[],
  english: Readonly<Record<string, string>>,
): Refusal[] {
  return changes.flatMap((change) => {
    if (isFree(change)) return []
    const { data } = words.safeParse(change.after)
    if (data === undefined) return []
    return data.strings.flatMap(({ key, value: { approved } }): Refusal[] => {
      if (approved === undefined) return []
      const fault = faultOf(key, approved.text, english)
      if (fault === undefined) return []
      const message = `The words in ${data.language} cannot be published: "${key}" ${fault}`
      return [{ documentId: change.id, path: `strings.${key}`, message }]
    })
  })
}

function faultOf(
  key: string,
  text: string,
  english: Readonly<Record<string, string>>,
): string | undefined {
  const source = sourceOf(key, english)
  if (source === undefined) return 'is no sentence of ours. Take it out.'
  const { lost, foreign } = gapFaults(source, text)
  if (lost.length > 0)
    return `has lost ${lost.join(', ')}. Put it where the sentence needs it, as in "${source}".`
  if (foreign.length > 0)
    return `has ${foreign.join(', ')}, which nothing fills. The English sentence is "${source}".`
  switch (foreignMatter(source, text)) {
    case 'number':
      return 'holds a number. These words stand on every page, and numbers come from helplines, which two people verify. Write it without.'
    case 'address':
      return 'holds an address. These words stand on every page. Write it without.'
    case 'signs':
      return 'holds signs that only programs read, such as < or {{. Write it in plain words.'
    case undefined:
      return undefined
  }
}
