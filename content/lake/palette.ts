/** A colour of a picture. `population`: share of its pixels, 0 to 100. */
export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  population: number
}

interface Colour {
  red: number
  green: number
  blue: number
  count: number
}

/** Saturation and lightness that each swatch looks for: what is aimed at, least and most. The figures of android.support.v7 Palette. */
const DARK = [0.26, 0, 0.45] as const
const MIDDLE = [0.5, 0.3, 0.7] as const
const LIGHT = [0.74, 0.55, 1] as const
const VIBRANT = [1, 0.35, 1] as const
const MUTED = [0.3, 0, 0.4] as const
const AIMS = {
  vibrant: { lightness: MIDDLE, saturation: VIBRANT },
  lightVibrant: { lightness: LIGHT, saturation: VIBRANT },
  darkVibrant: { lightness: DARK, saturation: VIBRANT },
  muted: { lightness: MIDDLE, saturation: MUTED },
  lightMuted: { lightness: LIGHT, saturation: MUTED },
  darkMuted: { lightness: DARK, saturation: MUTED },
} as const

const WEIGHTS = { saturation: 3, lightness: 6, population: 1 }

/**
 * The colours of a picture in the shape of Sanity's palette. A swatch is absent where the picture
 * has no such colour; an empty picture has none.
 *
 * @param pixels red, green, blue and alpha of each, a byte each
 */
export function paletteOf(pixels: Uint8Array): Record<string, unknown> {
  const colours = coloursOf(pixels)
  const [dominant] = colours
  const total = colours.reduce((sum, { count }) => sum + count, 0)
  const chosen: [string, Swatch][] = dominant ? [['dominant', toSwatch(dominant, total)]] : []
  const used = new Set<Colour>()
  for (const [name, aim] of Object.entries(AIMS)) {
    const best = colours
      .filter((colour) => !used.has(colour))
      .map((colour) => ({ colour, score: scoreOf(colour, aim, dominant?.count ?? 1) }))
      .reduce((a, b) => (b.score > a.score ? b : a), { colour: dominant, score: 0 })
    if (!best.colour || best.score === 0) continue
    used.add(best.colour)
    chosen.push([name, toSwatch(best.colour, total)])
  }
  return { _type: 'sanity.imagePalette', ...Object.fromEntries(chosen) }
}

/** Means of the pixels that look alike, the most frequent first. Clear pixels do not count. */
function coloursOf(pixels: Uint8Array): Colour[] {
  const groups = new Map<number, Colour>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 128) continue
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const group = groups.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 }
    group.red += red
    group.green += green
    group.blue += blue
    group.count += 1
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ red, green, blue, count }) => ({
      red: Math.round(red / count),
      green: Math.round(green / count),
      blue: Math.round(blue / count),
      count,
    }))
    .sort((a, b) => b.count - a.count)
}

type Aim = (typeof AIMS)[keyof typeof AIMS]

/** 0 where the colour is not of the kind that is looked for. */
function scoreOf({ red, green, blue, count }: Colour, aim: Aim, most: number): number {
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255]
  const lightness = (high + low) / 2
  const saturation = high === low ? 0 : (high - low) / (1 - Math.abs(2 * lightness - 1))
  const near = (value: number, [target, least, greatest]: readonly [number, number, number]) =>
    value < least || value > greatest ? undefined : 1 - Math.abs(value - target)
  const s = near(saturation, aim.saturation)
  const l = near(lightness, aim.lightness)
  if (s === undefined || l === undefined) return 0
  return s * WEIGHTS.saturation + l * WEIGHTS.lightness + (count / most) * WEIGHTS.population
}

function toSwatch({ red, green, blue, count }: Colour, total: number): Swatch {
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  const foreground = isDark(red, green, blue) ? '#fff' : '#000'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground,
    title: foreground,
    population: Math.round((count / total) * 10_000) / 100,
  }
}

/** White letters have the better contrast below this luminance. @see WCAG 2.2, relative luminance */
function isDark(red: number, green: number, blue: number): boolean {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.179
}
