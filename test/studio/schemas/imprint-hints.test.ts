import { expect, test } from 'vitest'
import { imprintHints } from '../../../studio/schemas/imprint-hints.ts'

const house = { _id: 'house', _type: 'organization', kind: 'ngo', legalName: 'House' }
const whole = {
  country: 'IT',
  registeredAddress: '1 Street',
  responsibleRole: 'Head',
  dataProtectionContact: 'privacy@house.example',
  accessibilityContact: 'access@house.example',
  accessibilityTestedOn: '2026-01-01',
}

test('an author is told of each field that the legal pages lack, at that field', () => {
  const { registeredAddress: _, ...rest } = whole
  expect(imprintHints({ ...house, ...rest })).toEqual([
    { path: ['registeredAddress'], message: expect.stringContaining('imprint') },
  ])
  expect(imprintHints(house)).toHaveLength(6)
})

test('nobody is bothered whose pages lack nothing, or who is behind none', () => {
  expect(imprintHints({ ...house, ...whole })).toBe(true)
  expect(imprintHints({ ...house, kind: 'operator' })).toBe(true)
})
