import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fontFiles } from '#content/brand/fonts.ts'
import { FONT_FAMILIES } from '#content/model/languages.ts'
import type { FontBlob } from '../release/build.ts'
import { hashBytes } from '../release/bytes.ts'

/** Reads every bundled font, about 28 MB, most of it Chinese. */
export async function loadFonts(): Promise<FontBlob[]> {
  const files = fontFiles()
  const fonts = FONT_FAMILIES.flatMap((family) =>
    (['400', '700'] as const).flatMap((weight) => {
      const start = `${family.replaceAll(' ', '')}_${weight}`
      return files
        .filter((file) => path.basename(file).startsWith(start))
        .map((file) => loadFont(family, weight, file))
    }),
  )
  return Promise.all(fonts)
}

async function loadFont(
  family: FontBlob['family'],
  weight: FontBlob['weight'],
  file: string,
): Promise<FontBlob> {
  const bytes = Uint8Array.from(await readFile(file))
  return { family, weight, blob: { sha256: await hashBytes(bytes), type: 'font/ttf', bytes } }
}
