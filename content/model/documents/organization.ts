import { z } from 'zod'
import { countryCode, day, reference } from '../ids.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../limits.ts'
import { localizedName } from '../translation.ts'
import { documentBase, imageWithRights } from './base.ts'

/** Who is behind a campaign, a helpline, a screen. A role is public, a person's name never. */
export const organization = z.object({
  ...documentBase,
  _type: z.literal('organization'),
  name: localizedName.min(1),
  legalName: z.string().min(1).max(TEXT_LIMITS.line),
  kind: z.enum(['ngo', 'state', 'police', 'igo', 'operator']),
  /** Whose law it answers to; its document names the authorities. */
  country: countryCode.optional(),
  registeredAddress: z.string().max(TEXT_LIMITS.line).optional(),
  responsibleRole: z.string().max(TEXT_LIMITS.name).optional(),
  dataProtectionContact: z.string().max(TEXT_LIMITS.line).optional(),
  accessibilityContact: z.string().max(TEXT_LIMITS.line).optional(),
  /** When it last tested these pages with people or tools; its accessibility statement says so. */
  accessibilityTestedOn: day.optional(),
  /** Whose people may be the second to confirm a fact of this one. */
  partners: z.array(reference).max(LIST_LIMIT).default([]),
  url: z.url().max(TEXT_LIMITS.url).optional(),
  logo: imageWithRights.optional(),
  funder: z
    .object({
      emblem: imageWithRights.optional(),
      disclaimer: z.string().max(TEXT_LIMITS.paragraph),
    })
    .optional(),
})
