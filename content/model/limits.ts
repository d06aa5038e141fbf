/** Days after its verification until which a fact counts as fresh; from then on somebody should check it again. */
export const FRESH_DAYS = 90
/** Days after its verification at which a fact lapses: it gives way to a verified one. */
export const LAPSE_DAYS = 180
/** Days ahead for which opening hours are worked out as open intervals. After that, words without "open now". */
export const HOURS_HORIZON_DAYS = 60

/** Longest texts, in characters, that any door accepts. */
export const TEXT_LIMITS = { name: 120, line: 240, paragraph: 1200, url: 2000 } as const

/** Most items that any list in a document may hold. */
export const LIST_LIMIT = 100

/** Words a sentence may have before an author is warned. Source: the voice of the brand, "at most 12 words". */
export const SENTENCE_WORDS = 12
