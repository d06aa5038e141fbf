import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { BUILT_IN_LANGUAGES, findLanguage } from '#content/model/languages.ts'
import { isLong } from '../long.ts'
import { ALL_PAGES, PAGE_KINDS, type PageInLanguage, samplePages } from './page-kinds.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LOOKS = [
  {},
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { forcedColors: 'active', colorScheme: 'dark' },
] as const
// The narrower is a page of 1280 px at 400 % zoom (WCAG 2.2, 1.4.10).
const WIDTHS = [360, 320]
// WCAG 2.2, 2.5.8; and 2.5.5 for what is pressed in a hurry.
const TAP = 24
const URGENT_TAP = 44

for (const [at, one] of (isLong ? ALL_PAGES : samplePages(1)).entries()) {
  test(`${one.kind.name} in ${one.tag} can be read in any colours and in large letters`, async ({
    page,
  }) => {
    await open(page, one)
    const looks = isLong ? LOOKS : LOOKS.filter((_, turn) => turn === at % LOOKS.length)
    for (const look of looks) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...look })
      // Where the reader's own colours are forced, styles still say ours: there is nothing to compare.
      const without = 'forcedColors' in look ? ['color-contrast'] : []
      const axe = new AxeBuilder({ page }).withTags(RULES).disableRules(without)
      const { violations } = await axe.analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 740 })
      expect(await page.evaluate(smallTaps, [TAP, URGENT_TAP] as const)).toEqual([])
      expect(await page.evaluate(cutText), `cut at ${width} px`).toEqual([])
      await page.evaluate(doubleText)
      expect(await page.evaluate(cutText), `cut at ${width} px and 200 %`).toEqual([])
      await page.evaluate(usualText)
    }
  })
}

for (const tag of ['en', 'ar']) {
  test(`without scripts every kind of page is whole in ${tag}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
    const page = await context.newPage()
    for (const kind of PAGE_KINDS) {
      await open(page, { kind, tag, address: kind.address(tag) })
      await expect(page.locator('h1').first(), kind.name).toBeVisible()
      const exit = page.locator('a.exit')
      await expect(exit, kind.name).toBeVisible()
      await expect(exit, kind.name).toHaveAttribute('href', /^https:/)
      await expect(page.locator('.languages a[lang="ti"]'), kind.name).toHaveAttribute(
        'href',
        /^\/(?!\/)/,
      )
      await page.keyboard.press('Tab')
      await expect(exit, kind.name).toBeFocused()
    }
    await context.close()
  })
}

async function open(page: Page, { kind, tag, address }: PageInLanguage): Promise<void> {
  await page.setExtraHTTPHeaders({ 'Accept-Language': tag })
  const response = await page.goto(address)
  expect(response?.status()).toBe(kind.status)
  const { direction = 'ltr' } = findLanguage(BUILT_IN_LANGUAGES, tag) ?? {}
  if (!kind.isNegotiated) await expect(page.locator('html')).toHaveAttribute('dir', direction)
}

function doubleText(): void {
  document.documentElement.style.fontSize = '212.5%'
}

function usualText(): void {
  document.documentElement.style.fontSize = ''
}

/** Words that stand outside of the window or of what holds them, or in the bar over each other. */
function cutText(): string[] {
  const isSeen = (element: Element) => element.checkVisibility() && !isHiddenOnPurpose(element)
  const isHiddenOnPurpose = (element: Element) =>
    element.closest('.visually-hidden, .skip, .lead > h2, svg, script, style') !== null
  const wide = document.documentElement.scrollWidth - innerWidth
  const problems = wide > 0 ? [`${wide} px wider than the window`] : []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (!holder || !isSeen(holder) || !/\S/.test(node.textContent ?? '')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right } = range.getBoundingClientRect()
    if (left < -1 || right > innerWidth + 1) problems.push(`outside: ${node.textContent}`)
    const clips = getComputedStyle(holder).overflowX !== 'visible'
    if (clips && holder.scrollWidth > holder.clientWidth + 1) {
      problems.push(`cut off: ${node.textContent}`)
    }
  }
  const bar = [...document.querySelectorAll('.bar > :not(.skip)')].map((element) => ({
    name: element.className,
    box: (element.tagName === 'DETAILS'
      ? element.firstElementChild
      : element
    )?.getBoundingClientRect(),
  }))
  for (const [at, one] of bar.entries()) {
    for (const other of bar.slice(at + 1)) {
      if (!one.box || !other.box) continue
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 1 && down > 1) problems.push(`${one.name} over ${other.name}`)
    }
  }
  return problems
}

/** What is too small for a thumb: links inside a sentence may be as low as its line. */
function smallTaps([least, urgent]: readonly [number, number]): string[] {
  const taps = [...document.querySelectorAll('a, button, summary, select')]
  return taps.flatMap((element) => {
    const isShown = element.checkVisibility() && !element.matches('.skip')
    const isInWords = getComputedStyle(element).display === 'inline'
    if (!isShown || isInWords) return []
    const { width, height } = element.getBoundingClientRect()
    const wanted = element.matches('.exit, .call') ? urgent : least
    const isSmall = width < wanted || height < wanted
    return isSmall ? [`${element.textContent?.trim()}: ${width} x ${height}`] : []
  })
}
