import { expect, type Page, test } from '@playwright/test'
import { isLong } from '../long.ts'
import { readPdf, squash } from '../site/posters/read-pdf.ts'

const PLACES = [
  ...['centralia-station', 'centralia-airport', 'bellmira-bus-station', 'two-rivers-coach-7'],
  ...['centralia-tram-4', 'norvale-rest-area', 'tornova-rest-area'],
  ...['bellmira-welcome-centre', 'portavela-harbour', 'tornova-bridge', 'norvale-farms'],
  'bellmira-meat-works',
]
/** Of a place that is listed nowhere. */
const CODE = 'CAMP36'
// Latin, Ethiopic, the tall lines of Nastaliq, Bengali, and long words.
const LANGUAGES = ['en', 'ti', 'ur', 'bn', 'de']
const SMALLEST_PT = 9
const PX_PER_PT = 96 / 72
const A4 = { width: Math.round((210 / 25.4) * 96), height: Math.round((297 / 25.4) * 96) }
const MARGIN = Math.round((12 / 25.4) * 96)
/** What no sheet may cut off, whatever the language. */
const WHOLE = ['.here', '.lead', '.emergency', '.way-here', '.paper', '.sample']

for (const lang of LANGUAGES) {
  test(`help in ${lang} prints on one sheet of A4, whole, in letters that can be read`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: A4.width - 2 * MARGIN, height: A4.height - 2 * MARGIN })
    const all = [...PLACES.map((place) => `/${lang}/${place}`), `/Q/${CODE}/${lang}`]
    // Each place in one language, each language with some places; the long run tries all.
    const turn = LANGUAGES.indexOf(lang)
    const addresses = all.filter((_, at) => isLong || at % LANGUAGES.length === turn)
    for (const address of addresses) {
      await page.goto(address)
      expect(await cutOff(page), address).toEqual([])
      expect(await smallestLetters(page), address).toBeGreaterThanOrEqual(SMALLEST_PT)
      const sheet = await readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))
      expect([sheet.pages, sheet.widthMm, sheet.heightMm], address).toEqual([1, 210, 297])
      for (const words of await mustBeSaid(page)) expect(sheet.text).toContain(squash(words))
      expect(sheet.text).toContain(squash(address))
    }
  })
}

test('the card prints as one small card', async ({ page }) => {
  await page.goto('/en/centralia-station?card=1')
  const sheet = await readPdf(await page.pdf({ format: 'A4' }))
  expect(sheet.pages).toBe(1)
  expect(sheet.text).toContain('SAMPLE')
  expect(sheet.text).not.toContain(squash('Leave this page'))
})

/** What has to stand on the sheet and reaches over its edge, or over what it stands in. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const sheet = document.body.getBoundingClientRect()
    const blocks = names.flatMap((name) => [...document.querySelectorAll(name)])
    const paper = document.querySelector('.paper')?.getBoundingClientRect().top ?? 0
    const isCut = (block: Element) => {
      const { top, bottom, left, right } = block.getBoundingClientRect()
      const limit = block.matches('.paper, .sample') ? sheet.bottom : paper
      return top < 0 || bottom > limit + 1 || left < sheet.left - 1 || right > sheet.right + 1
    }
    return blocks.filter(isCut).map((block) => block.className)
  }, WHOLE)
}

function smallestLetters(page: Page): Promise<number> {
  return page.evaluate((pxPerPt) => {
    const seen = [...document.querySelectorAll('body *')].filter(
      (one) =>
        one.checkVisibility() &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    const sizes = seen.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    return Math.min(...sizes) / pxPerPt + 0.01
  }, PX_PER_PT)
}

/** The numbers of the first helpline, as they are read. */
async function mustBeSaid(page: Page): Promise<string[]> {
  return page.locator('.first .voice .dial').allInnerTexts()
}
