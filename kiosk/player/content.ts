import { z } from 'zod'
import { helpView } from '#content/help/help-view.ts'
import type { HelpView } from '#content/help/view.ts'
import { createSpeaker, type Speaker } from '#content/locales/speaker.ts'
import type { LanguageTag } from '#content/model/language-tag.ts'
import type { PictogramId } from '#content/model/pictograms.ts'
import type { Release } from '../release/release.ts'

/** A release made ready to be drawn. */
export type Content = {
  release: Release
  isPreview: boolean
  speak: Speaker
  /** The languages that the screen offers, in the place's order. */
  languages: readonly LanguageTag[]
  viewIn: (language: LanguageTag | undefined, now: number) => HelpView
  /** Address of a pictogram's drawing; `undefined` where the release has none. */
  pictogram: (id: PictogramId) => string | undefined
  /** Address of the QR code that opens the help page in a language. */
  code: (language: LanguageTag) => string | undefined
}

const words = z.record(z.string(), z.string())

/** Reads a release's words. Rejects where a blob cannot be had: the screen then goes on with what it shows. */
export async function openContent(
  release: Release,
  { isPreview, blobAddress }: { isPreview: boolean; blobAddress: (sha256: string) => string },
): Promise<Content> {
  const read = Object.entries(release.strings).map(async ([tag, sha256]) => {
    const answer = await fetch(blobAddress(sha256))
    return [tag, words.parse(await answer.json())] as const
  })
  const strings = Object.fromEntries(await Promise.all(read))
  const { facts, languages } = release
  const speak = createSpeaker({ strings, languages })
  const addressOf = (sha256: string | undefined) =>
    sha256 === undefined ? undefined : blobAddress(sha256)
  return {
    release,
    isPreview,
    speak,
    languages: facts.place.languages.filter((tag) => languages.some((row) => row.tag === tag)),
    viewIn: (language, now) =>
      helpView({
        facts,
        languages,
        speak,
        wanted: language === undefined ? [] : [language],
        now,
      }),
    pictogram: (id) => addressOf(release.pictograms[id]),
    code: (language) => addressOf(release.codes[language]),
  }
}
