import { countryPassage } from '#content/help/emergency-blocks.ts'
import { naming, pickName } from '#content/help/passages.ts'
import type { Scene } from '#content/help/scene.ts'
import type { Passage } from '#content/help/view.ts'
import type { Country } from '#content/queries/load-countries.ts'
import type { Publisher } from '#content/queries/load-publishers.ts'
import { type Contact, contactLink } from './contact-link.ts'

/** An organisation as the legal pages name it. What authors wrote in no language of their choosing stays plain text. */
export type Party = {
  id: string
  /** Absent where it has none: then its legal name stands. */
  name: Passage | undefined
  legalName: string
  kind: Publisher['kind']
  /** That it wants everybody to be able to use these pages. */
  promise: Passage
  address: string | undefined
  role: string | undefined
  website: Contact | undefined
  dataProtection: Contact | undefined
  /** Where people report a barrier; its website or its address where it names nothing better. */
  barriers: Contact | undefined
  funder: Funder | undefined
}

/** Who gave money, in the words of the contract; the emblem as bytes in the page, its words where there are none. */
export type Funder = { disclaimer: string; emblem?: { words: string; src?: string } }

/** An authority that people may turn to, under its country where there are several. */
export type Authority = { country: Passage; name: Passage | undefined; contacts: Contact[] }

/** An organisation for this reader; `emblem` is the picture of its funder as a `data:` address. */
export function partyOf(publisher: Publisher, emblem: string | undefined, scene: Scene): Party {
  const { id, kind, legalName, url, funder } = publisher
  const { registeredAddress, dataProtectionContact, accessibilityContact } = publisher
  const barriers = accessibilityContact ?? url ?? registeredAddress
  return {
    id,
    kind,
    legalName,
    name: nameOf(publisher.name, scene),
    promise: promiseOf(publisher, scene),
    address: registeredAddress,
    role: publisher.responsibleRole,
    website: url === undefined ? undefined : contactLink(url),
    dataProtection: dataProtectionContact ? contactLink(dataProtectionContact) : undefined,
    barriers: barriers === undefined ? undefined : contactLink(barriers),
    funder: funder && funderOf(funder, emblem),
  }
}

/** The authorities of one sort in these countries; countries that name none are left out. */
export function authoritiesIn(
  countries: readonly Country[],
  sort: 'dataProtectionAuthority' | 'accessibilityBody',
  scene: Scene,
): Authority[] {
  return countries.flatMap((country) => {
    const authority = country[sort]
    if (authority === undefined) return []
    const contacts = [authority.url, authority.contact].filter((one) => one !== undefined)
    return [
      {
        country: countryPassage(country.code, scene),
        name: nameOf(authority.name, scene),
        contacts: contacts.map(contactLink),
      },
    ]
  })
}

function promiseOf({ name, legalName }: Publisher, scene: Scene): Passage {
  const words = scene.speak('accessibility.promise', scene.chain, {
    organization: (lang) => name.find(({ language }) => language === lang)?.text ?? legalName,
  })
  const isOwn = name.some(({ language }) => language === words.lang)
  return isOwn ? words : naming(words, [{ text: legalName }])
}

function funderOf(
  { disclaimer, emblem }: NonNullable<Publisher['funder']>,
  src: string | undefined,
): Funder {
  if (emblem === undefined) return { disclaimer }
  return { disclaimer, emblem: { words: emblem.alternative, ...(src && { src }) } }
}

function nameOf(name: Publisher['name'], scene: Scene): Passage | undefined {
  return name.length > 0 ? pickName(name, 'helpline.unnamed', scene) : undefined
}
