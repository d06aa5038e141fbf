import { PIECES, pieceId } from '#content/model/pieces.ts'
import { missingIn, textName } from './language-texts.ts'
import { innerName, languageName, nameOf } from './name-of.ts'
import { isAwaited, type Published, refOf, refsOf, stringsOf } from './published.ts'
import { isFree, isRecord, type ProposedChange, type Refusal } from './refusal.ts'

type Fields = Record<string, unknown>

/** Publishes a campaign, and what hangs of it, only as the law profile asks that it names. */
export function lawGate(changes: readonly ProposedChange[], published: Published): Refusal[] {
  const touched = new Set(
    changes.filter((change) => change.after !== undefined && !isFree(change)).map(({ id }) => id),
  )
  return published.ofType('campaign').flatMap((campaign) => {
    const id = String(campaign['_id'])
    const profileId = refOf(campaign['lawProfile'])
    if (profileId === undefined) return []
    const own = [id, profileId, ...refsOf(campaign['organizations'])]
    const placements = published
      .ofType('placement')
      .filter((it) => refOf(it['campaign']) === id && it['state'] !== 'gone')
    const isWhole = own.some((it) => touched.has(it))
    const looked = isWhole ? placements : placements.filter((it) => touched.has(String(it['_id'])))
    if (!isWhole && looked.length === 0) return []
    const profile = published.get(profileId)
    if (profile === undefined)
      return isAwaited(campaign['lawProfile']) ? [] : [unpublished(campaign)]
    return [
      ...(isWhole ? campaignRefusals(campaign, profile, published) : []),
      ...looked.flatMap((placement) => placementRefusals(placement, profile)),
    ]
  })
}

function unpublished(campaign: Fields): Refusal {
  return refusal(
    campaign,
    'lawProfile',
    `${nameOf(campaign)} cannot be published: its law profile is not. Publish the profile first, or take it out.`,
  )
}

function campaignRefusals(campaign: Fields, profile: Fields, published: Published): Refusal[] {
  const asked = `${innerName(profile)} asks for it`
  const asks = isRecord(profile['imprint']) ? profile['imprint'] : {}
  const languages = stringsOf(profile['languages'])
  const named = stringsOf(campaign['languages'])
  const refusals: Refusal[] = languages
    .filter((tag) => !named.includes(tag))
    .map((language) => ({
      ...refusal(
        campaign,
        'languages',
        `${nameOf(campaign)} has to be in ${languageName(language)}: ${asked}. Add the language.`,
      ),
      language,
    }))
  const statements = missingIn(profile, languages).map(({ path, language }) => ({
    ...refusal(
      profile,
      path,
      `${nameOf(campaign)} cannot be published: ${textName(path)} of ${innerName(profile)} is not approved in ${languageName(language)}. Approve it there.`,
    ),
    language,
  }))
  if (asks['printer'] === true && isBlank(campaign['printer'])) {
    refusals.push(
      refusal(
        campaign,
        'printer',
        `${nameOf(campaign)} has to say who prints it: ${asked}. Fill in name and address of the printer.`,
      ),
    )
  }
  const { organizations } = campaign
  const isAnonymous = (Array.isArray(organizations) ? organizations : []).every((it: unknown) => {
    const organization = published.get(refOf(it) ?? '')
    if (organization === undefined) return !isAwaited(it)
    return isBlank(organization['registeredAddress'])
  })
  if (asks['publisher'] === true && isAnonymous) {
    refusals.push(
      refusal(
        campaign,
        'organizations',
        `${nameOf(campaign)} has to name a publisher with an address: ${asked}. Fill in the registered address of one of its organizations.`,
      ),
    )
  }
  return [...refusals, ...statements]
}

function placementRefusals(placement: Fields, profile: Fields): Refusal[] {
  const piece = pieceId.safeParse(placement['piece']).data
  if (piece === undefined) return []
  const { label, widthMm, heightMm, smallestPoints } = PIECES[piece]
  const least = pieceId.safeParse(profile['smallestPiece']).data
  const isSmall =
    least !== undefined && (widthMm < PIECES[least].widthMm || heightMm < PIECES[least].heightMm)
  const points = profile['smallestPoints']
  const isTiny = typeof points === 'number' && smallestPoints < points
  const what = `${nameOf(placement)} is ${label}`
  return [
    ...(isSmall
      ? [
          refusal(
            placement,
            'piece',
            `${what}, and ${innerName(profile)} asks for ${PIECES[least].label} at least. Choose a larger piece.`,
          ),
        ]
      : []),
    ...(isTiny
      ? [
          refusal(
            placement,
            'piece',
            `${what}, whose smallest type is ${smallestPoints} points, and ${innerName(profile)} asks for ${points} points at least. Choose a larger piece.`,
          ),
        ]
      : []),
  ]
}

function refusal(document: Fields, path: string, message: string): Refusal {
  return { documentId: String(document['_id']), path, message }
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === ''
}
