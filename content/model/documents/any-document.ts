import { z } from 'zod'
import { alert } from './alert.ts'
import { campaign } from './campaign.ts'
import { country } from './country.ts'
import { guide } from './guide.ts'
import { helpline } from './helpline.ts'
import { indicator } from './indicator.ts'
import { interfaceText } from './interface-text.ts'
import { language } from './language.ts'
import { lawProfile } from './law-profile.ts'
import { legacyPiece } from './legacy-piece.ts'
import { message } from './message.ts'
import { organization } from './organization.ts'
import { place } from './place.ts'
import { placement } from './placement.ts'
import { service } from './service.ts'

/** Every document that people write, by its `_type`. No type holds a person who sought help. */
export const anyDocument = z.discriminatedUnion('_type', [
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
])
export type AnyDocument = z.infer<typeof anyDocument>
export type DocumentType = AnyDocument['_type']

/** The names of all document types. */
export const DOCUMENT_TYPES: readonly DocumentType[] = anyDocument.options.map(
  (option) => option.shape._type.value,
)
