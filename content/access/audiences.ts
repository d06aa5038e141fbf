import { publishedIdOf } from '../lake/document.ts'
import { type Audience, SEES_EVERYTHING } from '../lake/rights.ts'
import { type Binding, organizationsOf, placesOf, staffAmong } from './binding.ts'
import { isOf, type Organizations, ownerOf } from './owners.ts'
import { openPart, publicPart, withoutNames } from './public-parts.ts'
import { isAt } from './write-rules.ts'

/** What anybody sees who is not signed in, where that is switched on. */
export const PUBLIC_AUDIENCE: Audience = { key: 'public', see: openPart }

/**
 * What somebody sees. Staff: everything of their organisations, their places and the commons, and
 * what others have published, without its names. Operators: public parts.
 */
export function audienceOf(bindings: readonly Binding[]): Audience {
  const staff = staffAmong(bindings)
  if (staff.length === 0) return operatorAudience(organizationsOf(bindings))
  const organizations = organizationsOf(staff)
  return organizations === 'all' ? SEES_EVERYTHING : staffAudience(organizations, placesOf(staff))
}

function staffAudience(organizations: ReadonlySet<string>, places: readonly string[]): Audience {
  return {
    key: `staff:${JSON.stringify([[...organizations].sort(), places])}`,
    see(document) {
      if (isOf(document, organizations)) return document
      if (places.some((place) => isAt(document, place))) return document
      const isHidden = ownerOf(document) === 'lake' || publishedIdOf(document._id) !== document._id
      return isHidden ? undefined : withoutNames(document)
    },
  }
}

function operatorAudience(organizations: Organizations): Audience {
  const ids = organizations === 'all' ? 'all' : [...organizations].sort()
  return {
    key: `operator:${JSON.stringify(ids)}`,
    see(document) {
      const { _id, _type } = document
      if (publishedIdOf(_id) !== _id) return undefined
      const isUnlisted = _type === 'place' && document['listed'] !== true
      return isUnlisted && !isOf(document, organizations) ? undefined : publicPart(document)
    },
  }
}
