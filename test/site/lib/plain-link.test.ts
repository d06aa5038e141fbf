import { expect, test } from 'vitest'
import { BUILT_IN_LANGUAGES } from '#content/model/languages.ts'
import { languageLinks } from '../../../site/lib/language-links.ts'
import { plainLink } from '../../../site/lib/plain-link.ts'

function linkFrom(tag: string, offered = ['de', 'de-simple', 'en', 'fr']) {
  const services = { languages: () => BUILT_IN_LANGUAGES, offered: () => offered }
  const url = new URL(`https://help.example/${tag}/night-bus?at=xa`)
  return plainLink(languageLinks(services, url, tag))
}

test('leads from a language to its easy words and back, and keeps where the reader is', () => {
  expect(linkFrom('de')).toMatchObject({ key: 'plain.easy', href: '/de-simple/night-bus?at=xa' })
  expect(linkFrom('de-simple')).toMatchObject({ key: 'plain.usual', href: '/de/night-bus?at=xa' })
})

test('is not there where a language has no easy words, or they are not on offer', () => {
  expect(linkFrom('fr')).toBeUndefined()
  expect(linkFrom('en')).toBeUndefined()
  expect(linkFrom('de', ['de', 'en'])).toBeUndefined()
})
