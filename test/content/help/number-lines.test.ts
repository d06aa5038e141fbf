import { describe, expect, test } from 'vitest'
import { hrefOf } from '#content/help/number-lines.ts'
import { helpline, number, placeFacts } from './facts.ts'
import { blocksOf, viewOf } from './view.ts'

describe('the link of a number', () => {
  test.each([
    [number(), 'tel:+442079460000'],
    [number({ dial: '116 006', e164: undefined }), 'tel:116006'],
    [number({ dial: '*100#', e164: undefined }), 'tel:*100%23'],
    [number({ channel: 'text' }), 'sms:+442079460000'],
    [number({ channel: 'whatsapp' }), 'https://wa.me/442079460000'],
    [number({ channel: 'chat', url: 'https://chat.example/' }), 'https://chat.example/'],
  ])('%o opens %s', (given, href) => {
    expect(hrefOf(given)).toBe(href)
  })

  test('that would open something else is left out', () => {
    expect(hrefOf(number({ channel: 'chat', url: 'http://chat.example/' }))).toBeUndefined()
    expect(hrefOf(number({ channel: 'chat', url: 'javascript:alert(1)' }))).toBeUndefined()
    expect(hrefOf(number({ dial: '0800 HELP', e164: undefined }))).toBeUndefined()
  })
})

function linesOf(over: Parameters<typeof number>[0], free: 'yes' | 'no' = 'yes') {
  const helplines = [helpline('a', { free, numbers: [number(over)] })]
  return blocksOf(viewOf(placeFacts({ helplines })), 'helpline')[0]?.numbers
}

test('what stays on the telephone is said before each kind of link', () => {
  expect(linesOf({})?.[0]?.before.text).toBe(
    'The number stays in your call list. They may see your number.',
  )
  expect(linesOf({ channel: 'text' })?.[0]?.before.text).toMatch(/^The message stays/)
})

test('limits of a number are said, and what is not known is not', () => {
  const limits = linesOf({
    freeFrom: ['XA', 'FR'],
    reachableFromAbroad: 'no',
    worksWithoutCredit: 'yes',
    blockedCarriers: ['Tel A'],
  })?.[0]?.limits
  expect(limits?.map(({ text }) => text)).toEqual([
    'Free from: Arvenia, France',
    'Does not work from abroad',
    'Works without credit',
    'Does not work with: Tel A',
  ])
})

test('a number that costs money is never called free from somewhere', () => {
  expect(linesOf({ freeFrom: ['XA'] }, 'no')?.[0]?.limits).toEqual([])
})
