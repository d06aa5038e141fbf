import type { Grant } from '../lake/rights.ts'
import { type Binding, organizationsOf, placesOf, staffAmong } from './binding.ts'
import { type Organizations, OWNER_ATTRIBUTES } from './owners.ts'
import { OPEN_TYPES, PUBLIC_TYPES } from './public-parts.ts'

/** What is written nowhere but in a draft or a version. */
const UNPUBLISHED = '(_id in path("drafts.**") || _id in path("versions.**"))'

/** What only belongs to who administers the lake. */
const OF_THE_LAKE =
  '(_id in path("_.**") || _id in path("drafts._.**") || _id in path("versions.*._.**") || string::startsWith(_type, "system."))'

const isOfType = (types: readonly string[]) => `_type in ${JSON.stringify(types)}`

/** What has a public part, places that are not listed among it. */
const PUBLIC = `!${UNPUBLISHED} && !${OF_THE_LAKE} && (_type != "guide" || defined(approved)) && ${isOfType(PUBLIC_TYPES)}`

/** What anybody may read in part. */
export const OPEN = `_id in path("*") && ${isOfType(OPEN_TYPES)} && (_type != "guide" || defined(approved)) && (_type != "place" || listed == true)`

/** GROQ that matches the documents of organisations, and commons. */
function ownFilter(organizations: Organizations): string {
  if (organizations === 'all') return `!${OF_THE_LAKE}`
  const ids = [...organizations].sort()
  const refs = JSON.stringify(ids)
  const patterns = ids.flatMap((id) => [id, `drafts.${id}`, `versions.*.${id}`])
  const isOwnOrganization = patterns.map((pattern) => `_id in path(${JSON.stringify(pattern)})`)
  const owned = Object.entries(OWNER_ATTRIBUTES).map(([type, { name, isList }]) => {
    const isOwn = isList ? `count(${name}[_ref in ${refs}]) > 0` : `${name}._ref in ${refs}`
    const first = isList ? `${name}[defined(_ref)][0]` : `${name}._ref`
    return `(_type == "${type}" && (${isOwn} || !defined(${first})))`
  })
  const types = JSON.stringify(['organization', ...Object.keys(OWNER_ATTRIBUTES)])
  return `(!${OF_THE_LAKE} && (${[
    `!(_type in ${types})`,
    `(_type == "organization" && (${['false', ...isOwnOrganization].join(' || ')}))`,
    ...owned,
  ].join(' || ')}))`
}

/** GROQ that matches a place and the services at it. */
function placeFilter(place: string): string {
  const patterns = [place, `drafts.${place}`, `versions.*.${place}`]
  const isIt = patterns.map((pattern) => `_id in path(${JSON.stringify(pattern)})`).join(' || ')
  const at = `_type == "service" && place._ref == ${JSON.stringify(place)}`
  return `((_type == "place" && (${isIt})) || (${at}))`
}

/** What the Studio is told beforehand; the rules behind it are finer, and are what counts. */
export function grantsOf(bindings: readonly Binding[]): Grant[] {
  const staff = staffAmong(bindings)
  if (staff.length === 0) {
    const own = ownFilter(organizationsOf(bindings))
    const filter = `${PUBLIC} && (_type != "place" || listed == true || ${own})`
    return bindings.length > 0 ? [{ filter, permissions: ['read'] }] : []
  }
  const organizations = organizationsOf(staff)
  const theirs = organizations === 'all' ? 'true' : ownFilter(organizations)
  const others = `(!${UNPUBLISHED} && !${OF_THE_LAKE})`
  const seen = [others, theirs, ...placesOf(staff).map(placeFilter)].join(' || ')
  const writable = staff.flatMap(writableFilter)
  return [
    { filter: seen, permissions: ['read', 'history'] },
    // Sanity has no right of its own for deleting.
    ...writable.map((filter) => ({ filter, permissions: ['create', 'update'] as const })),
  ]
}

function writableFilter({ role, organizations, place }: Binding): string[] {
  const own = ownFilter(organizations === 'all' ? organizations : new Set(organizations))
  switch (role) {
    case 'administrator':
    case 'editor':
    case 'reviewer':
      return [own]
    case 'translator':
      return [`${UNPUBLISHED} && ${own}`]
    case 'field':
      return place === undefined ? [] : [`${UNPUBLISHED} && ${placeFilter(place)}`]
    case 'operator':
    case 'viewer':
      return []
  }
}
