import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { neededKeys, sourceOf } from '#content/locales/needed-keys.ts'
import { textHash } from '#content/model/text-hash.ts'
import { compose } from '../../../site/lib/compose.ts'
import { openContent } from '../../../site/lib/content.ts'
import { temporaryFolder } from '../../browser.ts'

const english = (await loadStrings())['en'] ?? {}
const ORIGIN = 'http://127.0.0.1:1'
const LUGANDA = {
  ...{ _id: 'language-lg', _type: 'language', tag: 'lg', ownName: 'Oluganda' },
  ...{ englishName: 'Luganda', script: 'Latn', direction: 'ltr', font: 'Noto Sans' },
  ...{ fallback: [], audioOnly: false },
}

type Written = { _id: string; _type: string; [name: string]: unknown }

async function openAll() {
  const { folder, remove } = await temporaryFolder('compose')
  const log = pino({ level: 'silent' })
  const settings = { dataFolder: folder, host: '127.0.0.1', reading: 'closed' } as const
  const content = await openContent({ settings, origin: ORIGIN, log, now: Date.now })
  const { client } = content
  const made = await compose({
    client,
    origin: ORIGIN,
    isPrintable: true,
    log,
    countScan: () => {},
    now: Date.now,
  })
  onTestFinished(async () => {
    made.stop()
    await content.stop()
    await remove()
  })
  return { client, ...made }
}

/** Words of ours as authors write them, all approved. */
function words(tag: string, say: (source: string) => string) {
  const strings = neededKeys(english, tag).map((key, at) => {
    const source = sourceOf(key, english) ?? ''
    const text = say(source)
    const sourceHash = textHash(source)
    const approved = { text, sourceHash, approvedBy: 'ana', approvedOn: '2026-06-01' }
    return { _key: `k${at}`, key, value: { text, origin: 'human', sourceHash, approved } }
  })
  return { _id: `interface-${tag}`, _type: 'interfaceText', language: tag, strings }
}

test('a language that authors add with all of our words is offered, without a restart', async () => {
  const { client, services, loadStrings: stringsNow } = await openAll()
  expect(services.offered()).not.toContain('lg')
  await client.create(LUGANDA)
  await client.create(words('lg', (source) => `Lg ${source}`))
  await vi.waitFor(() => expect(services.offered()).toContain('lg'))
  expect(services.speak('site.skip', ['lg'])).toEqual({
    ...{ text: `Lg ${english['site.skip']}`, lang: 'lg', dir: 'ltr' },
  })
  // Screens are handed their words with each release.
  expect((await stringsNow())['lg']?.['site.skip']).toBe(`Lg ${english['site.skip']}`)
})

test('one word that is taken back takes the language from the list, and the rest is still said', async () => {
  const { client, services } = await openAll()
  await client.create(LUGANDA)
  const whole = words('lg', (source) => `Lg ${source}`)
  await client.create(whole)
  await vi.waitFor(() => expect(services.offered()).toContain('lg'))
  await client.createOrReplace({ ...whole, strings: whole.strings.slice(1) })
  await vi.waitFor(() => expect(services.offered()).not.toContain('lg'))
  expect(services.speak('site.skip', ['lg']).lang).toBe('lg')
  const [first] = whole.strings
  expect(services.speak(first?.key ?? '', ['lg']).lang).toBe('en')
})

test('what the gates of languages refuse cannot be written by the API either', async () => {
  const { client } = await openAll()
  const refused = async (document: Written, reason: RegExp) =>
    expect(client.createOrReplace(document)).rejects.toThrow(reason)
  await refused({ ...LUGANDA, ownName: 'ትግርኛ' }, /no letter for .*Noto Sans Ethiopic/)
  await refused({ ...LUGANDA, fallback: ['lg'] }, /leads back to itself/)
  await refused({ ...LUGANDA, fallback: ['xog'] }, /no language of ours/)
  await refused({ ...LUGANDA, direction: 'rtl' }, /runs from left to right/)
  const uk = { ...LUGANDA, _id: 'language-uk', tag: 'uk', script: 'Cyrl', fallback: ['ru'] }
  await refused(uk, /never given "ru"/)
  await refused(
    words('lg', (source) => source.replace(/\{\{\w+\}\}/g, '…')),
    /has lost \{\{/,
  )
  const named = {
    ...{ _id: 'org', _type: 'organization' },
    name: [{ _key: 'de', language: 'de', value: '帮' }],
  }
  await refused(named, /"帮" \(U\+5E2E\), which its font Noto Sans cannot draw/)
})
