import { expect, test } from 'vitest'
import { openReviewing } from '../review/reviewing.ts'

test('the desk names letters that a font lacks, and the fonts that have them', async () => {
  const { asSomebody } = await openReviewing()
  const ask = await asSomebody({ role: 'viewer', organizations: 'all' })
  const { body } = await ask('glyphs', { text: 'ትግ', font: 'Noto Sans' })
  expect(body).toEqual({ missing: ['ት', 'ግ'], fontsThatHaveIt: ['Noto Sans Ethiopic'] })
  expect((await ask('glyphs', { text: 'x', font: 'Comic Sans' })).status).toBe(400)
})
