import { expect, test } from 'vitest'
import type { FactVersion } from '#content/model/desk.ts'
import { factStep } from '../../../studio/desk/fact-step.ts'

const version: FactVersion = {
  rev: 'r',
  numbers: ['112'],
  hours: '24/7',
  languages: [],
  isVerified: false,
  mayVerify: true,
  mayConfirm: false,
}
const pending = {
  by: 'Bo',
  isMine: false,
  on: '2026-11-20',
  method: 'called',
  isOutdated: false,
} as const

test('nobody is offered to confirm their own word', () => {
  const mine = { ...version, pending: { ...pending, isMine: true }, mayConfirm: true }
  expect(factStep(mine)).toBe('ask-another')
})

test('a word for facts that were changed since counts for nothing', () => {
  expect(factStep({ ...version, pending: { ...pending, isOutdated: true } })).toBe('verify')
})

test('a second person confirms, and whoever may not waits', () => {
  expect(factStep({ ...version, pending, mayConfirm: true })).toBe('confirm')
  expect(factStep({ ...version, pending })).toBe('wait')
})

test('whoever may do nothing is offered nothing', () => {
  expect(factStep({ ...version, mayVerify: false })).toBe('none')
})
