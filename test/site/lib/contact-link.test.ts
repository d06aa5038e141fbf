import { expect, test } from 'vitest'
import { contactLink } from '../../../site/lib/contact-link.ts'

test.each([
  ['privacy@lantern.example', 'privacy@lantern.example', 'mailto:privacy@lantern.example'],
  [' privacy@lantern.example ', 'privacy@lantern.example', 'mailto:privacy@lantern.example'],
  ['https://www.lantern.example/', 'lantern.example', 'https://www.lantern.example/'],
  ['https://lantern.example/write', 'lantern.example/write', 'https://lantern.example/write'],
])('%s opens as %s', (written, words, href) => {
  expect(contactLink(written)).toEqual({ words, href })
})

test.each([
  'Privacy, 8 Mill Lane, Bellmira',
  'Write to privacy@lantern.example',
  'a@lantern.example?bcc=b@evil.example',
  'a@lantern.example, b@lantern.example',
  'javascript:alert(1)',
  'https://',
])('%s stays words', (written) => {
  expect(contactLink(written)).toEqual({ words: written })
})
