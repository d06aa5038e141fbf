import { z } from 'zod'

/** BCP 47 tag in its usual spelling: `ti`, `sr-Latn`, `pa-Guru`, and our plain variants such as `de-simple`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-simple)?$/,
    'Write a BCP 47 tag such as ti or sr-Latn',
  )
export type LanguageTag = z.infer<typeof languageTag>
