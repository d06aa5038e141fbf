import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create } from 'fontkitten'
import { Bug } from '#content/model/errors.ts'
import type { Coverage, FontFamily } from '#content/model/missing-letters.ts'
import { fontFiles } from './fonts.ts'

const kept = new Map<FontFamily, ReadonlySet<number>>()

/** Which characters the bundled fonts can draw. Reads a family's file once, when it is first asked for. Server only. */
export const fontCoverage: Coverage = {
  has: (family, codePoint) => codePointsOf(family).has(codePoint),
}

function codePointsOf(family: FontFamily): ReadonlySet<number> {
  const known = kept.get(family)
  if (known !== undefined) return known
  const name = `${family.replaceAll(' ', '')}_400Regular.ttf`
  const file = fontFiles().find((one) => path.basename(one) === name)
  if (file === undefined) throw new Bug(`there is no file of the font ${family}`)
  const font = create(readFileSync(file))
  if (font.isCollection) throw new Bug(`the file of the font ${family} holds several`)
  const codePoints = new Set(font.characterSet)
  kept.set(family, codePoints)
  return codePoints
}
