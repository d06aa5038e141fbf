import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { createSpeaker, type Strings } from '#content/locales/speaker.ts'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { failurePage } from '../../../site/lib/failure-page.ts'

let strings: Strings

beforeAll(async () => {
  strings = await loadStrings()
})

const fail = (acceptLanguage: string) =>
  failurePage(
    new Request('http://127.0.0.1/', { headers: { 'Accept-Language': acceptLanguage } }),
    {
      languages: () => BUILT_IN_LANGUAGES,
      offered: () => Object.keys(strings),
      speak: createSpeaker({ strings, languages: BUILT_IN_LANGUAGES }),
      countries: () => ['XA', 'US'],
    },
  )

test('whoever we fail gets the emergency numbers in their language', async () => {
  const response = fail('ar')
  const html = await response.text()
  expect(response.status).toBe(500)
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('href="tel:112"')
  expect(html).toContain('href="tel:911"')
})

test('its style is the only thing that its policy lets in', async () => {
  const response = fail('en')
  const style = /<style>(.*)<\/style>/s.exec(await response.text())?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(response.headers.get('Content-Security-Policy')).toContain(`style-src 'sha256-${hash}'`)
})
