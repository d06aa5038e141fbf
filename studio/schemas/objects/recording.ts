import { MicrophoneIcon } from '@sanity/icons/Microphone'
import { defineArrayMember, type FieldDefinition, type FieldGroupDefinition } from 'sanity'
import { recording, recordingReview, textReview } from '#content/model/documents/recording.ts'
import { authorFields, type Telling } from '../author-fields.ts'

const field = authorFields(recording.shape)
const review = authorFields(recordingReview.shape)
const ofText = authorFields(textReview.shape)
const sentBack = authorFields(recording.shape.rejected.unwrap().shape)
const file = defineArrayMember({ type: 'file', options: { accept: 'audio/*' } })

const anyFile = defineArrayMember({ type: 'file', options: { accept: 'audio/*,video/*' } })

const answerFields = [
  review('verdict', { description: 'What the listener said: right or wrong.' }),
  review('note', { description: 'A voice note of the listener.', kind: file }),
  review('on', { description: 'The day.' }),
]

const reviewObject = defineArrayMember({ type: 'object', fields: answerFields })

const sentBackObject = defineArrayMember({
  type: 'object',
  fields: [
    sentBack('reason', { description: 'What should be different.' }),
    sentBack('rejectedBy', { description: 'Who sent it back.' }),
    sentBack('rejectedOn', { description: 'The day.' }),
  ],
})

const recordingObject = defineArrayMember({
  type: 'object',
  title: 'Recording',
  icon: MicrophoneIcon,
  fields: [
    field('field', { description: 'Which text of this document is spoken.' }),
    field('language', { description: 'The language it is spoken in.' }),
    field('file', { description: 'The recording itself.', kind: anyFile }),
    field('otherFile', {
      description: 'The same in another format, Opus or AAC, for telephones that lack the first.',
      kind: anyFile,
    }),
    field('sign', { description: 'For a film: the sign language in which it says the words.' }),
    field('sourceHash', { description: 'Fingerprint of the words that are spoken.' }),
    field('recordedBy', { description: 'Who recorded it.' }),
    field('recordedOn', { description: 'The day of the recording.' }),
    field('approvedBy', { description: 'Who listened and approved it.' }),
    field('approvedOn', { description: 'The day of the approval.' }),
    field('rejected', { description: 'Why it was sent back.', kind: sentBackObject }),
    field('reviews', {
      description: 'What listeners said by a review link.',
      kind: { type: 'array', of: [reviewObject] },
    }),
  ],
  preview: { select: { title: 'field', subtitle: 'language' } },
})

const recordingList = defineArrayMember({ type: 'array', of: [recordingObject] })

const textReviewObject = defineArrayMember({
  type: 'object',
  fields: [
    ofText('field', { description: 'Which text of this document was read.' }),
    ofText('language', { description: 'The language it was read in.' }),
    ofText('textHash', { description: 'Fingerprint of the words that were read.' }),
    ...answerFields,
  ],
})

/** All that reviewers without an account said of texts; shown with the recordings. */
const textReviewList = defineArrayMember({ type: 'array', of: [textReviewObject] })

/** The part of a form in which texts are recorded, by an input of its own. */
export const RECORDINGS_GROUP: FieldGroupDefinition = { name: 'recordings', title: 'Recordings' }

/** Recordings of a document's texts, and what reviewers said of them. */
export function recordingFields(
  field: (name: 'audio' | 'textReviews', telling: Telling) => FieldDefinition,
): FieldDefinition[] {
  return [
    field('audio', {
      title: 'Recordings',
      description:
        'For who hears rather than reads. Record each approved text, listen, and have it approved. Never a number: those are joined from recorded digits.',
      group: RECORDINGS_GROUP.name,
      kind: recordingList,
    }),
    field('textReviews', {
      description: 'What reviewers without an account said. It is shown with the recordings.',
      group: RECORDINGS_GROUP.name,
      kind: textReviewList,
      readOnly: true,
      hidden: true,
    }),
  ]
}
