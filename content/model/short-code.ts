import { z } from 'zod'

/** Letters and digits that look alike in print are left out when a code is made: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY'

/** A placement's code as printed: six of `[0-9A-Z]`. Made codes use `CODE_ALPHABET` only. */
export const shortCode = z
  .string()
  .regex(/^[0-9A-Z]{6}$/)
  .brand<'ShortCode'>()
export type ShortCode = z.infer<typeof shortCode>

// Drawn from what scanners and people confuse; each family is tried as one letter.
const LOOK_ALIKES = ['0OQD', '1IL', '2Z', '5S', '8B', 'UV'] as const
const MOST_GUESSES = 64

/** Reads a code as typed or scanned, in any case; `undefined` if it cannot be one. */
export function readShortCode(text: string): ShortCode | undefined {
  const parsed = shortCode.safeParse(text.toUpperCase())
  return parsed.success ? parsed.data : undefined
}

/**
 * The code itself first, then codes that look like it, at most 64 in all.
 * `readLookAlikes('DEM001')` includes `DEMO01`.
 */
export function readLookAlikes(code: ShortCode): ShortCode[] {
  let guesses = ['']
  for (const letter of code) {
    const family = LOOK_ALIKES.find((letters) => letters.includes(letter)) ?? letter
    const ordered = [letter, ...[...family].filter((other) => other !== letter)]
    guesses = guesses.flatMap((start) => ordered.map((next) => start + next))
  }
  return guesses
    .sort((a, b) => distance(a, code) - distance(b, code))
    .slice(0, MOST_GUESSES)
    .map((guess) => shortCode.parse(guess))
}

/** Makes a new code. `random` returns numbers in [0, 1). About 148 million codes exist: check for a clash. */
export function makeShortCode(random: () => number): ShortCode {
  const letters = Array.from(
    { length: 6 },
    () => CODE_ALPHABET[Math.floor(random() * CODE_ALPHABET.length)],
  )
  return shortCode.parse(letters.join(''))
}

function distance(a: string, b: string): number {
  return [...a].filter((letter, at) => letter !== b[at]).length
}
