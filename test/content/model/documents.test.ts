import { describe, expect, test } from 'vitest'
import { anyDocument, DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { campaign } from '#content/model/documents/campaign.ts'
import { service } from '#content/model/documents/service.ts'
import { emergencyNumber } from '#content/model/emergency-numbers.ts'
import { placeFacts } from '#content/model/facts.ts'

test('no type holds a person who sought help, nor a screen', () => {
  expect(DOCUMENT_TYPES).toEqual([
    'organization',
    'language',
    'interfaceText',
    'helpline',
    'service',
    'place',
    'message',
    'guide',
    'indicator',
    'campaign',
    'placement',
    'legacyPiece',
    'lawProfile',
    'country',
    'alert',
  ])
})

test('a service has no field for the address of a shelter', () => {
  expect(service.shape.kind.options).not.toContain('shelter')
  expect(Object.keys(service.shape).filter((field) => /address/i.test(field))).toEqual([
    'approximateAddress',
  ])
})

describe('documents', () => {
  test('of an unknown type are none of ours', () => {
    expect(anyDocument.safeParse({ _id: 'a', _type: 'case' }).success).toBe(false)
  })

  test('a campaign does not end before it begins', () => {
    const whole = {
      _id: 'a',
      _type: 'campaign',
      name: 'A',
      organizations: [{ _ref: 'b' }],
      places: [],
      messages: [{ _ref: 'c' }],
      languages: ['en'],
      from: '2026-02-01',
    }
    expect(campaign.safeParse({ ...whole, to: '2026-02-01' }).success).toBe(true)
    expect(campaign.safeParse({ ...whole, to: '2026-01-31' }).success).toBe(false)
  })
})

test('no field of what may leave to the public holds staff, notes, approvals or drafts', () => {
  const { place, helplines, services } = placeFacts.shape
  const fields = [
    ...Object.keys(place.shape),
    ...Object.keys(helplines.element.shape),
    ...Object.keys(services.element.shape),
  ]
  const inside = ['verification', 'verifiedBy', 'approved', 'note', 'withdrawal', 'sourceHash']
  expect(fields.filter((field) => inside.includes(field))).toEqual([])
})

test('the emergency number is 112 where nothing better is known', () => {
  expect(emergencyNumber('XA')).toBe('112')
  expect(emergencyNumber('DE')).toBe('112')
  expect(emergencyNumber('GB')).toBe('999')
  expect(emergencyNumber('US')).toBe('911')
})
