import { expect, test } from 'vitest'
import { lakeRefusals } from '../../../studio/publish/lake-refusals.ts'

test('what the lake refuses is told like what the desk refuses', () => {
  const error = {
    details: {
      items: [
        {
          error: {
            type: 'validationError',
            description: 'The number has letters in it.',
            details: { id: 'helpline-a', path: 'numbers[0].dial' },
          },
        },
      ],
    },
  }
  expect(lakeRefusals(error, { id: 'helpline-a', type: 'helpline' })).toEqual([
    {
      documentId: 'helpline-a',
      documentType: 'helpline',
      path: 'numbers[0].dial',
      message: 'The number has letters in it.',
    },
  ])
})

test('another failure is no refusal', () => {
  expect(lakeRefusals(new Error('away'), { id: 'helpline-a', type: 'helpline' })).toEqual([])
})
