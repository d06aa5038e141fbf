import type { PlaceFacts } from './facts.ts'
import type { LanguageTag } from './language-tag.ts'
import type { Language } from './languages.ts'
import type { ShortCode } from './short-code.ts'

/** What a screen shows in a preview, before anything is released. `now` is epoch ms. */
export type ScreenDraft = {
  facts: PlaceFacts
  languages: readonly Language[]
  strings: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>>
  code: ShortCode | undefined
  now: number
}

/** A screen that plays a draft: nothing of it is signed, and no real screen would take it. */
export type ScreenPreview = {
  /** The player's own page. */
  page: (request: Request) => Promise<Response | undefined>
  /** The release as JSON, and the bytes that it names. */
  release: (draft: ScreenDraft) => Promise<{
    payload: string
    blobs: readonly { sha256: string; type: string; bytes: Uint8Array<ArrayBuffer> }[]
  }>
}
