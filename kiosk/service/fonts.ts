import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import subsetFont from 'subset-font'
import { fontFiles } from '#content/brand/fonts.ts'
import type { CutFonts, FontBlob, ReleaseBlob } from '../release/build.ts'
import { hashBytes } from '../release/bytes.ts'

const WEIGHTS = ['400', '700'] as const
/** Cuts kept for the next release; 12 are one place in seven scripts, of 0.1 MB each. */
const MOST_KEPT = 240

/**
 * Makes what cuts our fonts down to the characters that a release draws: a place with Chinese needs
 * 2 MB of them instead of 25. The same characters give the same bytes.
 */
export function createFontCutter(): CutFonts {
  const kept = new LRUCache<string, Promise<ReleaseBlob>>({ max: MOST_KEPT })
  const cutOnce = (file: string, characters: string) => {
    const name = `${file} ${characters}`
    const made = kept.get(name) ?? cut(file, characters)
    kept.set(name, made)
    // Not to be remembered as a failure: the next release tries again.
    made.catch(() => kept.delete(name))
    return made
  }
  return async (families, characters) => {
    const fonts = filesOf(families).map(async ({ family, weight, file }): Promise<FontBlob> => {
      return { family, weight, blob: await cutOnce(file, characters) }
    })
    return Promise.all(fonts)
  }
}

function filesOf(families: ReadonlySet<FontBlob['family']>) {
  const files = fontFiles()
  return [...families].flatMap((family) =>
    WEIGHTS.flatMap((weight) => {
      const start = `${family.replaceAll(' ', '')}_${weight}`
      return files
        .filter((file) => path.basename(file).startsWith(start))
        .map((file) => ({ family, weight, file }))
    }),
  )
}

async function cut(file: string, characters: string): Promise<ReleaseBlob> {
  const whole = await readFile(file)
  const bytes = Uint8Array.from(await subsetFont(whole, characters, { targetFormat: 'truetype' }))
  return { sha256: await hashBytes(bytes), type: 'font/ttf', bytes }
}
