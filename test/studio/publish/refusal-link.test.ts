import { expect, test } from 'vitest'
import { refusalLink } from '../../../studio/publish/refusal-link.ts'

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
