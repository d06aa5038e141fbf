import type { ScreenPreview } from '#content/model/screen-preview.ts'
import { buildRelease } from '../release/build.ts'
import type { KioskDeps } from './deps.ts'
import { createFontCutter } from './fonts.ts'
import { shellResponse } from './shell.ts'

/** Makes screens of drafts: the player's page, and releases that are neither signed nor counted nor pushed. */
export function createScreenPreview(
  deps: Pick<KioskDeps, 'shellFolder' | 'origin' | 'isSample'>,
): ScreenPreview {
  const cutFonts = createFontCutter()
  return {
    page: (request) => shellResponse(request, deps.shellFolder, 'index.html'),
    release: (draft) =>
      buildRelease({
        ...draft,
        cutFonts,
        origin: deps.origin,
        isSample: deps.isSample,
        previousCounter: 0,
      }),
  }
}
