import { expect, test } from 'vitest'
import { fieldWords, refusalLink } from '../../../studio/publish/refusal-link.ts'

test('a refusal leads to the document and the field where it is mended', () => {
  const refusal = {
    documentId: 'drafts.message-debt',
    documentType: 'message',
    path: 'heading',
    message: 'No approved text.',
  }
  expect(refusalLink(refusal)).toEqual({ id: 'message-debt', type: 'message', path: 'heading' })
  expect(refusalLink({ documentId: 'message-debt', message: '' })).toEqual({ id: 'message-debt' })
})

test('a field is called as an author knows it', () => {
  expect(fieldWords('numbers[0].dial')).toBe('Numbers, 1, Dial')
  expect(fieldWords('callToAction[_key=="ti"].value.text')).toBe('Call to action')
})
