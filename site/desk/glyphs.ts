import type { Hono } from 'hono'
import { fontCoverage } from '#content/brand/font-coverage.ts'
import { type GlyphsAnswer, glyphsOrder } from '#content/model/desk.ts'
import { fontsThatHave, missingLetters } from '#content/model/missing-letters.ts'
import type { DeskEnv } from './context.ts'
import { readOrder } from './read-order.ts'

/** `POST glyphs`: what a font cannot draw of a text, while somebody writes it. */
export function glyphRoutes(app: Hono<DeskEnv>): void {
  app.post('/glyphs', async (asked) => {
    const { text, font } = await readOrder(asked, glyphsOrder)
    const answer: GlyphsAnswer = {
      missing: missingLetters(text, font, fontCoverage),
      fontsThatHaveIt: fontsThatHave(text, fontCoverage),
    }
    return asked.json(answer)
  })
}
