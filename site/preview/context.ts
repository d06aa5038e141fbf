import type { SanityClient } from '@sanity/client'
import type { Logger } from 'pino'
import type { Accounts } from '#content/access/accounts.ts'
import type { Strings } from '#content/locales/speaker.ts'
import type { ScreenPreview } from '#content/model/screen-preview.ts'
import type { Services } from '../lib/services.ts'
import type { PreviewTokens } from './tokens.ts'

/** What previews are made from. */
export type PreviewRooms = {
  accounts: Accounts
  /** Reads as the process itself. */
  client: SanityClient
  /** Reads what is published, and the draft of this one document as if it were. */
  draftClient: (id: string) => SanityClient
  services: Services
  loadStrings: () => Promise<Strings>
  screen: ScreenPreview
  tokens: PreviewTokens
  log: Logger
  now: () => number
}

/** How somebody wants to look: an id of a place, a moment (epoch ms), a size of paper. */
export type Look = {
  lang: string | undefined
  place: string | undefined
  at: number | undefined
  size: string | undefined
}
