import { z } from 'zod'
import { openingHours, weeklyHours } from './hours.ts'
import { countryCode, day, documentId } from './ids.ts'
import { isoWeek } from './iso-week.ts'
import { languageTag } from './language-tag.ts'
import { FONT_FAMILIES } from './languages.ts'
import { LIST_LIMIT, TEXT_LIMITS } from './limits.ts'
import { scanFigure } from './scan-figure.ts'
import { shortCode } from './short-code.ts'
import { verificationMethod } from './verification.ts'

/*
 * What the Studio's tools and the desk at `/api/desk` say to each other. Both parse with these.
 */

/** Where every address of the desk begins. */
export const DESK_PATH = '/api/desk'

/** Which of a document's two versions is meant. */
export const documentVersion = z.enum(['published', 'draft'])
export type DocumentVersion = z.infer<typeof documentVersion>

/** Why a document may not be published: which one, where in it, in which language, and what to do. */
export const deskRefusal = z.object({
  documentId: z.string(),
  documentType: z.string().optional(),
  title: z.string().optional(),
  path: z.string().optional(),
  language: languageTag.optional(),
  message: z.string(),
})
export type DeskRefusal = z.infer<typeof deskRefusal>

/** `GET refusals?id=`: what publishing a document as it is drafted now would be refused for; empty lets it pass. */
export const refusalsAnswer = z.object({ refusals: z.array(deskRefusal) })

/** `POST hours`: how opening hours would be understood; `country` is whose public holidays count. */
export const hoursOrder = openingHours.extend({ country: countryCode.optional() })
export type HoursOrder = z.infer<typeof hoursOrder>

/** What `POST hours` answers. `problem` says what to write instead; without one the week is there. */
export const hoursAnswer = z.object({
  isReadable: z.boolean(),
  problem: z.string().optional(),
  /** 24/7. */
  always: z.boolean(),
  weekly: z.array(weeklyHours),
  isOpenNow: z.boolean(),
})
export type HoursAnswer = z.infer<typeof hoursAnswer>

/** `POST verify`: "I have checked it". `rev` is of the version that was looked at. */
export const verifyOrder = z.object({
  id: documentId,
  version: documentVersion,
  rev: z.string(),
  method: verificationMethod,
  sourceUrl: z.url().max(TEXT_LIMITS.url).optional(),
  languages: z.array(languageTag).max(LIST_LIMIT).default([]),
})
export type VerifyOrder = z.input<typeof verifyOrder>

/** `POST confirm`: "So have I", by a second person. */
export const confirmOrder = verifyOrder.omit({ languages: true })
export type ConfirmOrder = z.input<typeof confirmOrder>

/** `POST withdraw`: gone everywhere at once. */
export const withdrawOrder = z.object({
  id: documentId,
  reason: z.string().trim().min(1).max(TEXT_LIMITS.line),
})
export type WithdrawOrder = z.input<typeof withdrawOrder>

/** `POST restore`: a withdrawn fact comes back, once two people have verified it since. */
export const restoreOrder = z.object({ id: documentId })
export type RestoreOrder = z.input<typeof restoreOrder>

/** What `POST verify`, `confirm` and `restore` answer: the versions that were written, both where they state the same. */
export const writtenAnswer = z.object({ written: z.array(documentVersion) })
export type WrittenAnswer = z.infer<typeof writtenAnswer>

/** How a fact's verification stands: to 90 days, to 180, past it, never, or withdrawn. */
export const freshness = z.enum(['green', 'amber', 'lapsed', 'never', 'withdrawn'])
export type Freshness = z.infer<typeof freshness>

const pendingWord = z.object({
  /** Name of the person; of their organisation, for those who may not see it. */
  by: z.string(),
  isMine: z.boolean(),
  on: day,
  method: verificationMethod,
  sourceUrl: z.string().optional(),
  /** The facts were changed after it: it no longer counts. */
  isOutdated: z.boolean(),
})

/** One version of a helpline or service, and what the person who asks may do about it. */
const factVersion = z.object({
  rev: z.string(),
  /** Numbers as paper says them. */
  numbers: z.array(z.string()),
  hours: z.string(),
  languages: z.array(languageTag),
  pending: pendingWord.optional(),
  /** Whether two people stand for the facts as they are in this version. */
  isVerified: z.boolean(),
  mayVerify: z.boolean(),
  mayConfirm: z.boolean(),
})
export type FactVersion = z.infer<typeof factVersion>

/** `GET facts`: every helpline and service, those due first. */
export const factsAnswer = z.object({
  today: day,
  facts: z.array(
    z.object({
      id: documentId,
      type: z.enum(['helpline', 'service']),
      title: z.string(),
      organization: z.string(),
      freshness,
      verifiedOn: day.optional(),
      lapsesOn: day.optional(),
      published: factVersion.optional(),
      /** Absent where nothing is drafted, the draft says the same, or it is not for the person who asks. */
      draft: factVersion.optional(),
      mayWithdraw: z.boolean(),
      /** Who takes over at a withdrawal. */
      standby: z.string().optional(),
      /** What readers would see once it lapses, place by place: who comes first then. */
      ifItLapses: z.array(z.object({ place: z.string(), first: z.string().optional() })),
    }),
  ),
})
export type FactsAnswer = z.infer<typeof factsAnswer>
export type Fact = FactsAnswer['facts'][number]

/** What `POST withdraw` answers. `told` are the owners who were written to, `untold` those who could not be. */
export const withdrawAnswer = z.object({
  withdrawnAt: z.iso.datetime(),
  standby: z.string().optional(),
  told: z.array(z.string()),
  untold: z.array(z.string()),
})
export type WithdrawAnswer = z.infer<typeof withdrawAnswer>

/** `GET followed?id=`: which pages, screens and pieces no longer show a withdrawn fact, and which still do. */
export const followedAnswer = z.object({
  at: z.iso.datetime(),
  /** Help pages of places, then those of countries. */
  pages: z.array(z.object({ place: z.string(), address: z.string(), hasFollowed: z.boolean() })),
  screens: z.array(
    z.object({
      place: z.string(),
      /** Screens of this place that are connected now, and how many of them show the change. */
      connected: z.number().int(),
      followed: z.number().int(),
      /** Whether the release that screens are handed has followed. */
      hasRelease: z.boolean(),
    }),
  ),
  pieces: z.array(
    z.object({
      id: z.string(),
      code: z.string().optional(),
      place: z.string(),
      spot: z.string().optional(),
      copies: z.number().int(),
      state: z.string(),
      /** Numbers that it still bears, or may bear. */
      bears: z.array(z.string()),
      /** Whether what was printed on it is known: if not, only looking tells. */
      isKnown: z.boolean(),
    }),
  ),
})
export type FollowedAnswer = z.infer<typeof followedAnswer>

/** `GET reach?id=`: where a document is seen now, as far as placements know. */
export const reachAnswer = z.object({
  places: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })),
  screensNow: z.number().int(),
  /** Printed things that hang, and their number. */
  placements: z.number().int(),
  copies: z.number().int(),
})
export type ReachAnswer = z.infer<typeof reachAnswer>

/** `GET scans?campaign=`: how often the codes of a campaign were opened in its closed weeks, as far as it may be told. */
export const scansAnswer = z.object({
  /** Those whose scans the person who asks may see, by name. */
  campaigns: z.array(z.object({ id: documentId, name: z.string() })),
  /** The day on which the week that runs now will be told, in UTC. */
  nextOn: day,
  /** The figures are made up, because the content is the demo. */
  isSample: z.boolean(),
  /** Noise is added as a week is closed. */
  isNoisy: z.boolean(),
  /** Of the campaign that was asked for, else of the first; absent where there is none. The newest week first. */
  chosen: z
    .object({
      id: documentId,
      weeks: z.array(
        z.object({
          week: isoWeek,
          figure: scanFigure,
          places: z.array(
            z.object({
              id: z.string(),
              /** Absent where the place is gone. */
              name: z.string().optional(),
              figure: scanFigure,
              placements: z.array(
                z.object({
                  code: shortCode,
                  figure: scanFigure,
                  /** Absent where the placement is gone. */
                  id: z.string().optional(),
                  spot: z.string().optional(),
                }),
              ),
            }),
          ),
        }),
      ),
    })
    .optional(),
})
export type ScansAnswer = z.infer<typeof scansAnswer>

/** `POST glyphs`: what a bundled font cannot draw of a text. */
export const glyphsOrder = z.object({
  text: z.string().max(TEXT_LIMITS.paragraph * 10),
  font: z.enum(FONT_FAMILIES),
})

/** What `POST glyphs` answers: the missing characters, each once, and the bundled fonts that have all of the text. */
export const glyphsAnswer = z.object({
  missing: z.array(z.string()),
  fontsThatHaveIt: z.array(z.enum(FONT_FAMILIES)),
})
export type GlyphsAnswer = z.infer<typeof glyphsAnswer>

/** Longest life of a link for reviewers without an account. */
export const REVIEW_LINK_DAYS = 14

/** `POST review-links`: a link by which somebody without an account reads and hears texts in one language. */
export const reviewLinkOrder = z.object({
  documentIds: z.array(documentId).min(1).max(20),
  language: languageTag,
  days: z.int().min(1).max(REVIEW_LINK_DAYS).default(7),
})

/** What `POST review-links` answers. The address is shown this once: only a fingerprint of it is kept. */
export const reviewLinkAnswer = z.object({ url: z.url(), expiresAt: z.iso.datetime() })

/** `GET review-links?documentId=`: links to a document that are open now, the newest first. */
export const reviewLinksAnswer = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      language: languageTag,
      /** Texts that it opens, and answers that came by it. */
      blocks: z.number().int(),
      answers: z.number().int(),
      createdBy: z.string(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
})
export type ReviewLinksAnswer = z.infer<typeof reviewLinksAnswer>

/** `POST review-links/revoke`: the link leads nowhere from now on. */
export const revokeReviewLink = z.object({ id: z.string().min(1).max(64) })
export const revokedReviewLink = z.object({ wasOpen: z.boolean() })
/** `POST previews`: lets one person look at one document as it is drafted now. */
export const previewOrder = z.object({ id: documentId })

/** What can be looked at of a document. */
export const previewScene = z.enum(['page', 'poster', 'screen'])
export type PreviewScene = z.infer<typeof previewScene>

/** What `POST previews` answers; the scenes are at `/preview/{token}/{scene}` until `expiresAt`. */
export const previewAnswer = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  /** Empty where nothing public is made of such a document. */
  scenes: z.array(previewScene),
  /** Where it is seen, at most 200; `languages` are those of the place. */
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      slug: z.string(),
      languages: z.array(languageTag),
    }),
  ),
  /** Says so where no place shows it, and where it stands instead. */
  standIn: z.string().optional(),
  /** Every language that can be read, those of the document first. */
  languages: z.array(
    z.object({ tag: languageTag, ownName: z.string(), direction: z.enum(['ltr', 'rtl']) }),
  ),
})
export type PreviewAnswer = z.infer<typeof previewAnswer>

/** `GET me`: for which organisations the person who asks works, and whether they may invite somebody. */
export const meAnswer = z.object({
  account: z.string(),
  name: z.string(),
  organizations: z.union([z.literal('all'), z.array(documentId)]),
  mayInvite: z.boolean(),
})
export type MeAnswer = z.infer<typeof meAnswer>

/** What the desk answers with a status of 400 and above: what is wrong and what to do, in words for staff. */
export const deskProblem = z.object({ code: z.string(), message: z.string() })
