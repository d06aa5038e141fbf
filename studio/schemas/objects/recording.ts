import { MicrophoneIcon } from '@sanity/icons/Microphone'
import { defineArrayMember } from 'sanity'
import { recording, recordingReview, textReview } from '#content/model/documents/recording.ts'
import { rejection } from '#content/model/translation.ts'
import { authorFields } from '../author-fields.ts'

const field = authorFields(recording.shape)
const review = authorFields(recordingReview.shape)
const answer = authorFields(textReview.shape)
const sentBack = authorFields(rejection.shape)
const file = defineArrayMember({ type: 'file', options: { accept: 'audio/*' } })

const reviewObject = defineArrayMember({
  type: 'object',
  fields: [
    review('verdict', { description: 'What the listener said: right or wrong.' }),
    review('note', { description: 'A voice note of the listener.', kind: file }),
    review('on', { description: 'The day.' }),
  ],
})

const rejectionObject = defineArrayMember({
  type: 'object',
  fields: [
    sentBack('rejectedOn', { description: 'The day it was sent back.' }),
    sentBack('rejectedBy', { description: 'Who sent it back.' }),
    sentBack('reason', { description: 'What to do better.' }),
  ],
})

const recordingObject = defineArrayMember({
  type: 'object',
  title: 'Recording',
  icon: MicrophoneIcon,
  fields: [
    field('field', { description: 'Which text of this document is spoken.' }),
    field('language', { description: 'The language it is spoken in.' }),
    field('file', { description: 'The recording itself.', kind: file }),
    field('sourceHash', { description: 'Fingerprint of the words that are spoken.' }),
    field('recordedBy', { description: 'Who recorded it.' }),
    field('recordedOn', { description: 'The day of the recording.' }),
    field('approvedBy', { description: 'Who listened and approved it.' }),
    field('approvedOn', { description: 'The day of the approval.' }),
    field('rejected', { description: 'Why it was sent back.', kind: rejectionObject }),
    field('reviews', {
      description: 'What listeners said by a review link.',
      kind: { type: 'array', of: [reviewObject] },
    }),
  ],
  preview: { select: { title: 'field', subtitle: 'language' } },
})

/** All recordings of a document, made beside the texts. */
export const recordingList = defineArrayMember({ type: 'array', of: [recordingObject] })

const textReviewObject = defineArrayMember({
  type: 'object',
  fields: [
    answer('verdict', { description: 'What the reader said: right or wrong.' }),
    answer('note', { description: 'A voice note of the reader.', kind: file }),
    answer('on', { description: 'The day.' }),
    answer('field', { description: 'Which text of this document was read.' }),
    answer('language', { description: 'The language it was read in.' }),
    answer('textHash', { description: 'Fingerprint of the words that were read.' }),
  ],
  preview: { select: { title: 'field', subtitle: 'verdict' } },
})

/** What readers said of texts that have no recording. */
export const textReviewList = defineArrayMember({ type: 'array', of: [textReviewObject] })
