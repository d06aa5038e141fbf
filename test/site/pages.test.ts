import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDocuments } from '#content/demo/documents.ts'
import { hrefOf } from '#content/help/number-lines.ts'
import { emergencyNumber } from '#content/model/emergency-numbers.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { services } from '../../site/lib/services.ts'
import { readSettings } from '../../site/lib/settings.ts'
import { type Running, startServer } from '../../site/server.ts'
import { temporaryFolder } from '../browser.ts'
import { ALL_PAGES, PAGE_KINDS, type PageInLanguage, samplePages } from '../e2e/page-kinds.ts'
import { isLong } from '../long.ts'
import { type TongueCheck, tongueCheck } from './other-tongues.ts'
import { elementsOf, htmlProblems, readPage, runTogether, wordsOf } from './page-words.ts'

const NOON = Date.parse('2026-03-04T12:00:00Z')
// All kinds of a language, on a machine that has other work.
const LIMIT_MS = 300_000
const PAGES = isLong ? ALL_PAGES : samplePages(3)

test('the sample has every kind of page and every language', () => {
  expect(new Set(PAGES.map(({ kind }) => kind))).toEqual(new Set(PAGE_KINDS))
  expect(PAGES.map(({ tag }) => tag)).toEqual(
    expect.arrayContaining(BUILT_IN_LANGUAGES.map(({ tag }) => tag)),
  )
})

describe('every page', () => {
  let server: Running
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let check: TongueCheck

  beforeAll(async () => {
    folder = await temporaryFolder('pages')
    const env = { PORT: '0', WAYMARK_DATA: folder.folder, LOG_LEVEL: 'silent' }
    server = await startServer({ settings: readSettings(env, '/'), now: () => NOON })
    check = await tongueCheck(BUILT_IN_LANGUAGES)
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  const open = async ({ address, tag }: PageInLanguage) => {
    const headers = { 'Accept-Language': tag }
    const response = await fetch(`${server.url}${address}`, { headers })
    return { status: response.status, html: await response.text() }
  }

  test.each(BUILT_IN_LANGUAGES.map(({ tag }) => tag))(
    'in %s is valid, speaks no other language unmarked, and keeps numbers whole',
    async (tag) => {
      for (const page of PAGES.filter((one) => one.tag === tag)) {
        const { status, html } = await open(page)
        expect({ status, problems: await htmlProblems(html) }, page.address).toEqual({
          status: page.kind.status,
          problems: [],
        })
        const root = await readPage(html)
        // What is said of an element cannot be in another language than what stands in it: where we have
        // no words of our own yet, titles and labels stay English, and only what is read counts.
        const isOffered = services().offered().includes(tag)
        const words = wordsOf(root)
        const foreign = words.flatMap((one) => {
          const wrong = isOffered || !one.isLabel ? check(one) : undefined
          return wrong ? [`${one.text} (${one.lang}): ${wrong}`] : []
        })
        expect(foreign, page.address).toEqual([])
        expect(runTogether(root), page.address).toEqual([])
        expect(brokenNumbers(words.map(({ text }) => text)), page.address).toEqual([])
        for (const dial of elementsOf(root, '.dial')) {
          expect(dial.is('bdi') && dial.getAttributeValue('dir'), page.address).toBe('ltr')
        }
        for (const link of elementsOf(root, 'a')) {
          const href = link.getAttributeValue('href') ?? ''
          if (!href.startsWith('tel:')) continue
          expect(DIALLED, page.address).toContain(href)
          const shown = wordsOf(link, said(tag)).flatMap(
            ({ text }) => text.match(/[0-9]{3,}/g) ?? [],
          )
          expect(href.replace('+44', '0'), page.address).toContain(shown.join(''))
        }
      }
    },
    LIMIT_MS,
  )
})

const said = (lang: string) => ({ lang, isIsolated: false, isLabel: false })

/** Every address that a call may go to: the helplines of the demo, and emergency numbers. */
const DIALLED = demoDocuments(new Date(NOON))
  .flat()
  .flatMap((one) => (one._type === 'helpline' || one._type === 'service' ? one.numbers : []))
  .flatMap((number) => hrefOf(number) ?? [])
  .concat(['XA', 'XB', ''].map((country) => `tel:${emergencyNumber(country)}`))

/** Numbers to dial that a line break could cut, or that are not in Latin digits. */
function brokenNumbers(texts: readonly string[]): string[] {
  return texts.filter((text) =>
    /[0-9]{3,}[ -][0-9]{3,}|[^\P{Nd}0-9]{4,}[\s\u2011-]?[^\P{Nd}0-9]{3,}/u.test(text),
  )
}
