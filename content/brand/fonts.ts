import { createRequire } from 'node:module'
import path from 'node:path'
import type { FONT_FAMILIES } from '#content/model/languages.ts'

type FontFamily = (typeof FONT_FAMILIES)[number]

// Packages of static TTF, SIL Open Font License 1.1; the name before the weight is the file's.
const PACKAGES: Readonly<Record<FontFamily, readonly [folder: string, file: string]>> = {
  'Noto Sans': ['noto-sans', 'NotoSans'],
  Vazirmatn: ['vazirmatn', 'Vazirmatn'],
  'Noto Nastaliq Urdu': ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
  'Noto Sans Ethiopic': ['noto-sans-ethiopic', 'NotoSansEthiopic'],
  'Noto Sans Bengali': ['noto-sans-bengali', 'NotoSansBengali'],
  'Noto Sans Devanagari': ['noto-sans-devanagari', 'NotoSansDevanagari'],
  'Noto Sans Gurmukhi': ['noto-sans-gurmukhi', 'NotoSansGurmukhi'],
  'Noto Sans SC': ['noto-sans-sc', 'NotoSansSC'],
}
const WEIGHTS = ['400Regular', '700Bold'] as const

/** Paths of the TTF files of every family, regular and bold. Server only. */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url)
  return Object.values(PACKAGES).flatMap(([folder, file]) => {
    const root = path.dirname(require.resolve(`@expo-google-fonts/${folder}/package.json`))
    return WEIGHTS.map((weight) => path.join(root, weight, `${file}_${weight}.ttf`))
  })
}
