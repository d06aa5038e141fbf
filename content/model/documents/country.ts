import { z } from 'zod'
import { exitAddress } from '../exit-address.ts'
import { countryCode } from '../ids.ts'
import { TEXT_LIMITS } from '../limits.ts'
import { localizedName } from '../translation.ts'
import { documentBase } from './base.ts'

/** An authority that people may turn to: its page, or where to write, in words. */
const authority = z
  .object({
    name: localizedName.min(1),
    url: z
      .url({ protocol: /^https$/, message: 'Write an address that begins with https://' })
      .max(TEXT_LIMITS.url)
      .optional(),
    contact: z.string().max(TEXT_LIMITS.line).optional(),
  })
  .refine(({ url, contact }) => url !== undefined || contact !== undefined, {
    path: ['url'],
    message: 'Say where people reach it: a web page, or where to write',
  })

/** What holds in one country, one document each. Its name is not here: every language has its own. */
export const country = z.object({
  ...documentBase,
  _type: z.literal('country'),
  code: countryCode,
  exit: exitAddress.optional(),
  dataProtectionAuthority: authority.optional(),
  accessibilityBody: authority.optional(),
  /** The act that the accessibility statement names, as it is cited there. */
  accessibilityLaw: z.string().max(TEXT_LIMITS.line).optional(),
})
