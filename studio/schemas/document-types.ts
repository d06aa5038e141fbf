import type { DocumentDefinition } from 'sanity'
import { alert } from './documents/alert.ts'
import { campaign } from './documents/campaign.ts'
import { country } from './documents/country.ts'
import { guide } from './documents/guide.ts'
import { helpline } from './documents/helpline.ts'
import { indicator } from './documents/indicator.ts'
import { interfaceText } from './documents/interface-text.ts'
import { language } from './documents/language.ts'
import { lawProfile } from './documents/law-profile.ts'
import { legacyPiece } from './documents/legacy-piece.ts'
import { message } from './documents/message.ts'
import { organization } from './documents/organization.ts'
import { place } from './documents/place.ts'
import { placement } from './documents/placement.ts'
import { service } from './documents/service.ts'
import { withRoleLimits } from './role-limits.ts'

/** The Studio's schema: one type for each of the model's documents, with the model's own rules. */
export const documentTypes: DocumentDefinition[] = [
  organization,
  language,
  interfaceText,
  helpline,
  service,
  place,
  message,
  guide,
  indicator,
  campaign,
  placement,
  legacyPiece,
  lawProfile,
  country,
  alert,
].map(withRoleLimits)
