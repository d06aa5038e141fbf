/*
 * What may be asked for: never staff names, notes, approvers or drafts of texts. The public rules are applied
 * here once more, because a hosted Content Lake does not run our gates.
 */

const name = (field: string) => `"${field}": coalesce(${field}[]{language, "text": value}, [])`

// Public is the text last approved, and nothing once it is withdrawn.
const text = (field: string) => `"${field}": coalesce(
  ${field}[defined(value.approved.text) && !defined(value.withdrawn)]
    {language, "text": value.approved.text}, [])`

const FILE = '{"id": _id, "type": mimeType, "bytes": size}'

// What somebody let out. Whether it says the words that are public now is seen once they are here.
const RECORDINGS = `audio[defined(approvedBy) && !defined(rejected)]{
  field, language, sign, sourceHash,
  "file": file.asset->${FILE}, "otherFile": otherFile.asset->${FILE}
}`

/** Whether two different people have verified a helpline or service: nothing else is public. */
export const IS_VERIFIED_BY_TWO = `coalesce(verification.secondPerson != verification.verifiedBy, false)`

const HOURS = 'hours{osm, zone}'

/** An organization as the public may see it. */
export const ORGANIZATION = `{"id": _id, ${name('name')}, kind}`

// A withdrawn number leaves no trace, not even to code that forgets to look at `withdrawn`.
const HELP_FACTS = `
  "id": _id,
  ${name('name')},
  "organization": organization->${ORGANIZATION},
  "numbers": select(
    defined(withdrawal) => [],
    coalesce(numbers[]{
      dial, e164, channel, url,
      "freeFrom": coalesce(freeFrom, []),
      "reachableFromAbroad": coalesce(reachableFromAbroad, "unknown"),
      "worksWithoutCredit": coalesce(worksWithoutCredit, "unknown"),
      "worksWithoutSim": coalesce(worksWithoutSim, "unknown"),
      "blockedCarriers": coalesce(blockedCarriers, [])
    }, [])
  ),
  audience,
  "languages": coalesce(languages[]{tag, mode, ${HOURS}}, []),
  ${HOURS},
  countries, anonymous, free, asksResidenceStatus, contactsPolice,
  "whatHappens": select(defined(withdrawal) => [], coalesce(
    whatHappens[defined(value.approved.text) && !defined(value.withdrawn)]
      {language, "text": value.approved.text}, [])),
  "recordings": select(!defined(withdrawal) => ${RECORDINGS}),
  "verifiedOn": verification.verifiedOn,
  "isVerifiedByTwo": ${IS_VERIFIED_BY_TWO},
  "verifiedHash": verification.factsHash,
  "withdrawn": defined(withdrawal)
`

/** A helpline with its hours still as written. */
export const HELPLINE = `{${HELP_FACTS}, "standby": standby._ref}`

/**
 * Helplines with their hours still as written, then those that stand by for them, some of them twice.
 * Standbys are followed three deep: each is withdrawn only once another stands in for it.
 */
export const withStandbys = (helplines: string) => `[
  ...coalesce(${helplines}${HELPLINE}, []),
  ...coalesce(${helplines}.standby->${HELPLINE}, []),
  ...coalesce(${helplines}.standby->standby->${HELPLINE}, []),
  ...coalesce(${helplines}.standby->standby->standby->${HELPLINE}, [])
]`

/** Helplines that fit a condition, the police last among them: many readers fear them. */
export const helplinesOf = (condition: string) =>
  `*[_type == "helpline" && ${condition}] | order(select(organization->kind == "police" => 1, 0), _id)`

/** A door, hours as written; nothing of where it is once it is withdrawn. */
export const SERVICE = `{
  ${HELP_FACTS},
  kind,
  "approximateAddress": select(!defined(withdrawal) => approximateAddress),
  "coordinates": select(!defined(withdrawal) => coordinates{lat, lng}),
  ${text('directions')}
}`

export const MESSAGE = `{
  "id": _id, ${text('heading')}, ${text('body')}, ${text('callToAction')},
  "recordings": ${RECORDINGS},
  pictogram, topic, audience, "cover": cover == true
}`

/** A campaign with its messages whole. */
export const CAMPAIGN = `{
  "id": _id,
  "organizations": organizations[]->${ORGANIZATION},
  "messages": messages[]->${MESSAGE},
  languages, from, to
}`

export const PLACE = `{
  "id": _id, kind, "slug": slug.current, ${name('name')}, ${name('town')},
  countries, line, zone, languages, ${name('nearestDesk')}, ${text('directions')},
  "recordings": ${RECORDINGS},
  privacy, "listed": listed == true,
  "helplines": coalesce(helplines[]._ref, []),
  "services": coalesce(services[]._ref, [])
}`

/** A guide in one language, with what its approval holds for. */
export const GUIDE = `{
  "slug": slug.current, language, title, summary, audience, body, rights[]{_key, jurisdiction, source},
  "approvedHash": select(!defined(withdrawn) => approved.textHash)
}`
