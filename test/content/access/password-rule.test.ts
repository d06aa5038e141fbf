import { expect, test } from 'vitest'
import { passwordFault } from '#content/access/password-rule.ts'

const person = { email: 'ana.kovac@harbour.example', name: 'Ana Kovac' }

test.each([
  ['four words in a row', undefined],
  ['Tr0ub4dor&3-horse', undefined],
  ['አንድ ሁለት ሦስት አራት', undefined],
  ['elevenchars', 'short'],
  ['x'.repeat(129), 'long'],
  ['aaaaaaaaaaaaaaa', 'common'],
  ['Password1234', 'common'],
  ['P@ssw0rd!!!!', 'common'],
  ['123456123456', 'common'],
  ['my name is kovac', 'personal'],
  ['ana.kovac-2026', 'personal'],
])('%s is %s', (password, fault) => {
  expect(passwordFault(password, person)).toBe(fault)
})
