import { MicrophoneIcon } from '@sanity/icons/Microphone'
import { defineArrayMember } from 'sanity'
import { recording, recordingReview } from '#content/model/documents/recording.ts'
import { authorFields } from '../author-fields.ts'

const field = authorFields(recording.shape)
const review = authorFields(recordingReview.shape)
const file = defineArrayMember({ type: 'file', options: { accept: 'audio/*' } })

const reviewObject = defineArrayMember({
  type: 'object',
  fields: [
    review('verdict', { description: 'What the listener said: right or wrong.' }),
    review('note', { description: 'A voice note of the listener.', kind: file }),
    review('on', { description: 'The day.' }),
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
    field('reviews', {
      description: 'What listeners said by a review link.',
      kind: { type: 'array', of: [reviewObject] },
    }),
  ],
  preview: { select: { title: 'field', subtitle: 'language' } },
})

/** All recordings of a document, made beside the texts. */
export const recordingList = defineArrayMember({ type: 'array', of: [recordingObject] })
