import { z } from 'zod'
import { languageTag } from '../language-tag.ts'
import { translatedValue } from '../translation.ts'
import { documentBase } from './base.ts'

/**
 * The words on our own buttons in one language, as far as authors changed them; `key` is that of
 * `content/locales/en.json`, whose words are the source. One document a language, `_id` is `interface-<tag>`.
 */
export const interfaceText = z.object({
  ...documentBase,
  _type: z.literal('interfaceText'),
  language: languageTag,
  strings: z
    .array(z.object({ _key: z.string(), key: z.string().min(1).max(80), value: translatedValue }))
    .max(1000)
    .default([]),
})
