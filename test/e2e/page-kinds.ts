import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'

/** One kind of page that a reader may come to: its address in a language of the table, and how it answers. */
export type PageKind = {
  name: string
  address: (tag: string) => string
  status: 200 | 404
  /** The language is not in the address: the browser asks for it. Plain variants are not negotiated. */
  isNegotiated?: true
}

/** Every kind of page that readers see, in the demo. A new kind is added here, and all tests of pages look at it. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'home', address: () => '/', status: 200, isNegotiated: true },
  { name: 'language home', address: (tag) => `/${tag}`, status: 200 },
  { name: 'country', address: (tag) => `/${tag}/xb`, status: 200 },
  { name: 'train station', address: (tag) => `/${tag}/centralia-station`, status: 200 },
  { name: 'airport', address: (tag) => `/${tag}/centralia-airport`, status: 200 },
  { name: 'bus station', address: (tag) => `/${tag}/bellmira-bus-station`, status: 200 },
  { name: 'vehicle', address: (tag) => `/${tag}/two-rivers-coach-7`, status: 200 },
  { name: 'vehicle, asked', address: (tag) => `/${tag}/two-rivers-coach-7?at=xb`, status: 200 },
  { name: 'motorway toilet', address: (tag) => `/${tag}/norvale-rest-area`, status: 200 },
  { name: 'refugee centre', address: (tag) => `/${tag}/bellmira-welcome-centre`, status: 200 },
  { name: 'hotspot', address: (tag) => `/${tag}/portavela-harbour`, status: 200 },
  { name: 'border crossing', address: (tag) => `/${tag}/tornova-bridge`, status: 200 },
  { name: 'workplace', address: (tag) => `/${tag}/bellmira-meat-works`, status: 200 },
  { name: 'code', address: () => '/Q/DEMO01', status: 200, isNegotiated: true },
  // The camp is unlisted: only its code opens it.
  { name: 'unlisted place', address: (tag) => `/Q/CAMP36/${tag}`, status: 200 },
  { name: 'card', address: (tag) => `/${tag}/centralia-station?card=1`, status: 200 },
  { name: 'in a frame', address: (tag) => `/${tag}/centralia-airport?embed=1`, status: 200 },
  {
    name: 'guide in a frame',
    address: (tag) => `/${tag}/guide/when-a-journey-turns?embed=1`,
    status: 200,
  },
  {
    name: 'imprint of one',
    address: (tag) => `/${tag}/imprint?place=centralia-station`,
    status: 200,
  },
  { name: 'guide', address: (tag) => `/${tag}/guide/when-a-journey-turns`, status: 200 },
  { name: 'guide of others', address: (tag) => `/${tag}/guide/for-bystanders`, status: 200 },
  { name: 'imprint', address: (tag) => `/${tag}/imprint`, status: 200 },
  { name: 'privacy', address: (tag) => `/${tag}/privacy`, status: 200 },
  { name: 'accessibility', address: (tag) => `/${tag}/accessibility`, status: 200 },
  { name: 'poster', address: (tag) => `/posters/DEMO01?lang=${tag}`, status: 200 },
  { name: 'no such place', address: (tag) => `/${tag}/nowhere-at-all`, status: 404 },
  { name: 'no such country', address: (tag) => `/${tag}/zz`, status: 404 },
  { name: 'no such guide', address: (tag) => `/${tag}/guide/nothing`, status: 404 },
  { name: 'no such code', address: (tag) => `/Q/ZZZZZZ/${tag}`, status: 404 },
  { name: 'no such page', address: (tag) => `/${tag}/imprint/more`, status: 404 },
  {
    name: 'no such language',
    address: () => '/xx/centralia-station',
    status: 404,
    isNegotiated: true,
  },
]

/** A page of a kind in a language. */
export type PageInLanguage = { kind: PageKind; tag: string; address: string }

/** Every kind in every language of the table: more than a thousand pages. */
export const ALL_PAGES: readonly PageInLanguage[] = PAGE_KINDS.flatMap((kind) =>
  BUILT_IN_LANGUAGES.filter(({ tag }) => !(kind.isNegotiated && tag.endsWith('-simple'))).map(
    ({ tag }) => ({ kind, tag, address: kind.address(tag) }),
  ),
)

/** The same pages every time: each language `rounds` times, each time with another kind, so that all kinds come up. */
export function samplePages(rounds: number): PageInLanguage[] {
  return BUILT_IN_LANGUAGES.flatMap(({ tag }, row) => {
    const pages = ALL_PAGES.filter((page) => page.tag === tag)
    return Array.from(
      { length: rounds },
      (_, round) => pages[(row + round * STRIDE) % pages.length],
    )
  }).flatMap((page) => page ?? [])
}

const STRIDE = 11
