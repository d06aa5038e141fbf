import { CommentIcon } from '@sanity/icons/Comment'
import { createElement } from 'react'
import { defineType } from 'sanity'
import { message as model } from '#content/model/documents/message.ts'
import { authorFields } from '../author-fields.ts'
import { choiceWords } from '../choice-words.ts'
import { imageObject } from '../objects/image-with-rights.ts'
import { RECORDINGS_GROUP, recordingFields } from '../objects/recording.ts'
import { textOf } from '../preview.ts'
import { approvedLanguages } from '../previews/approved-languages.ts'
import { joined } from '../previews/joined.ts'
import { PictogramMedia } from '../previews/pictogram-media.tsx'
import { problemsOf } from '../problems.ts'
import { STARTING_TEXT } from '../starting-texts.ts'

const field = authorFields(model.shape)

/** What a poster or a slide says. */
export const message = defineType({
  name: 'message',
  type: 'document',
  title: 'Message',
  icon: CommentIcon,
  groups: [
    { name: 'words', title: 'Words', default: true },
    RECORDINGS_GROUP,
    { name: 'picture', title: 'Picture' },
    { name: 'about', title: 'About and for whom' },
  ],
  fields: [
    field('heading', {
      description:
        'One human sentence to the reader, at most 12 words: "Someone keeps your passport? That is a crime." No "victim".',
      group: 'words',
      initialValue: STARTING_TEXT,
    }),
    field('body', {
      description:
        'Two or three short sentences. Nothing that is a fact of a helpline: "free", hours and numbers are added from it.',
      group: 'words',
      initialValue: STARTING_TEXT,
    }),
    field('callToAction', {
      title: 'What to do',
      description: 'The one thing a reader can do now: "Call. Ask. You need not decide today."',
      group: 'words',
      initialValue: STARTING_TEXT,
    }),
    ...recordingFields(field),
    field('pictogram', {
      description:
        'Says the same to who cannot read. Untested until real readers have been asked: add words that do not need it.',
      group: 'picture',
    }),
    field('image', {
      title: 'Photograph',
      description:
        'Seldom needed. With the four rights and a description, or publishing is refused.',
      group: 'picture',
      kind: imageObject,
    }),
    field('topic', {
      description: 'What it speaks about. Readers are led to guides and helplines of the same.',
      group: 'about',
    }),
    field('audience', {
      title: 'Speaks to',
      description:
        'Somebody it happens to is "you". Somebody who notices is told what to do, and what not.',
      group: 'about',
    }),
    field('cover', {
      title: 'Ordinary help that anyone may be seen reading',
      description:
        'A doctor, rights at work, lost papers. Such a message comes first on screens, so that a glance gives nobody away.',
      group: 'about',
      initialValue: false,
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: {
    select: { heading: 'heading', pictogram: 'pictogram', topic: 'topic' },
    prepare: ({ heading, pictogram, topic }) => ({
      title: textOf(heading) ?? 'Message without words',
      subtitle: joined([
        approvedLanguages(heading),
        typeof topic === 'string' ? choiceWords(model.shape.topic, topic) : undefined,
      ]),
      media:
        pictogram === undefined ? CommentIcon : createElement(PictogramMedia, { id: pictogram }),
    }),
  },
})
