import { expect, test } from 'vitest'
import { createFontCutter } from '../../../kiosk/service/fonts.ts'

const CHINESE = new Set(['Noto Sans SC'] as const)

test('a Chinese font of ten megabytes becomes one of some kilobytes, regular and bold', async () => {
  const fonts = await createFontCutter()(CHINESE, '求助热线')
  expect(fonts.map(({ family, weight }) => [family, weight])).toEqual([
    ['Noto Sans SC', '400'],
    ['Noto Sans SC', '700'],
  ])
  for (const { blob } of fonts) {
    expect(blob.bytes.byteLength).toBeGreaterThan(1_000)
    expect(blob.bytes.byteLength).toBeLessThan(20_000)
  }
})

test('the same characters give the same bytes, also after a restart, and more give more', async () => {
  const hashes = async (characters: string) => {
    const fonts = await createFontCutter()(CHINESE, characters)
    return fonts.map(({ blob }) => blob.sha256)
  }
  expect(await hashes('求助')).toEqual(await hashes('求助'))
  expect(await hashes('求助线')).not.toEqual(await hashes('求助'))
})
