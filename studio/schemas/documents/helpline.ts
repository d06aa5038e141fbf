import { MobileDeviceIcon } from '@sanity/icons/MobileDevice'
import { defineType } from 'sanity'
import { helpline as model } from '#content/model/documents/helpline.ts'
import { authorFields } from '../author-fields.ts'
import { helpPreview } from '../previews/help-preview.ts'
import { problemsOf } from '../problems.ts'
import { HELP_GROUPS, helpFields } from './help-fields.ts'

const field = authorFields(model.shape)

/** A line that one can call, write to or chat with. */
export const helpline = defineType({
  name: 'helpline',
  type: 'document',
  title: 'Helpline',
  icon: MobileDeviceIcon,
  groups: HELP_GROUPS,
  fields: [
    ...helpFields,
    field('standby', {
      title: 'Takes over if this one is withdrawn',
      description:
        'Another helpline, shown in its place at once. Ask its owner before you choose it. Without one, pages fall back to the next of the place.',
      group: 'checked',
    }),
  ],
  validation: (rule) => rule.custom((document) => problemsOf(model, document)),
  preview: helpPreview('Helpline without a name', MobileDeviceIcon),
  orderings: [
    {
      name: 'due',
      title: 'Longest unchecked first',
      by: [{ field: 'verification.verifiedOn', direction: 'asc' }],
    },
  ],
})
