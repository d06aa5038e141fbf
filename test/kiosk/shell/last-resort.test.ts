import { expect, test } from 'vitest'
import { loadStrings } from '#content/locales/load.ts'
import { lastResort } from '../../../kiosk/shell/last-resort.ts'
import { standaloneHtml } from '../../../kiosk/shell/page-html.ts'

const strings = await loadStrings()

test('the last resort says the emergency number in every language that has words', () => {
  const body = lastResort(strings)
  expect(body).toContain('112')
  for (const tag of Object.keys(strings)) expect(body).toContain(`lang="${tag}"`)
  expect(body).not.toContain('{{')
})

test('the page for when nothing is left needs no other file and no script', () => {
  const page = standaloneHtml({ title: 'Travel <information>', body: lastResort(strings) })
  expect(page).not.toMatch(/<script|src=|href=/)
  expect(page).toContain('<title>Travel &#60;information&#62;</title>')
})
