import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { textHash } from '#content/model/text-hash.ts'

/** A name with its English entry ready to be typed into. */
export const STARTING_NAME = [
  { _key: LAST_LANGUAGE, _type: 'internationalizedArrayStringValue', language: LAST_LANGUAGE },
]

/** A text with its English entry ready to be typed into. */
export const STARTING_TEXT = [
  {
    _key: LAST_LANGUAGE,
    _type: 'internationalizedArrayTranslatedValueValue',
    language: LAST_LANGUAGE,
    value: { _type: 'translatedValue', text: '', origin: 'human', sourceHash: textHash('') },
  },
]
