import type { ArrayOfType } from 'sanity'
import type { z } from 'zod'
import { countryCode, timeZone } from '#content/model/ids.ts'
import { languageTag } from '#content/model/language-tag.ts'
import { pictogramId } from '#content/model/pictograms.ts'
import { CountryInput, CountryListInput } from './inputs/country-input.tsx'
import { LanguageInput, LanguageListInput } from './inputs/language-input.tsx'
import { PictogramInput } from './inputs/pictogram-input.tsx'
import { ZoneInput } from './inputs/zone-input.tsx'

/** How values of the model's small types are written, wherever they stand: chosen by name, kept as codes. */
export function leafKind(schema: z.core.$ZodType): ArrayOfType | undefined {
  if (schema === countryCode) return { type: 'string', components: { input: CountryInput } }
  if (schema === languageTag) return { type: 'string', components: { input: LanguageInput } }
  if (schema === timeZone) return { type: 'string', components: { input: ZoneInput } }
  if (schema === pictogramId) return { type: 'string', components: { input: PictogramInput } }
  return undefined
}

/** The same for lists of them, whose order the author sets. */
export function leafListKind(item: z.core.$ZodType): ArrayOfType | undefined {
  const of = [{ type: 'string' as const }]
  if (item === countryCode) return { type: 'array', of, components: { input: CountryListInput } }
  if (item === languageTag) return { type: 'array', of, components: { input: LanguageListInput } }
  return undefined
}
