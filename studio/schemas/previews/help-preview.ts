import type { ComponentType } from 'react'
import type { PreviewConfig } from 'sanity'
import { textOf } from '../preview.ts'
import { factsState } from './facts-state.ts'
import { firstOf, joined } from './joined.ts'

/** A line or door in a list: its name; then state, first number, hours. */
export function helpPreview(unnamed: string, icon: ComponentType): PreviewConfig {
  return {
    select: {
      name: 'name',
      numbers: 'numbers',
      hours: 'hours.osm',
      verifiedOn: 'verification.verifiedOn',
      withdrawnAt: 'withdrawal.withdrawnAt',
    },
    prepare: ({ name, numbers, hours, verifiedOn, withdrawnAt }) => ({
      title: textOf(name) ?? unnamed,
      subtitle: joined([
        factsState({ verifiedOn, withdrawnAt }, new Date()),
        firstOf(numbers, 'dial'),
        hours,
      ]),
      media: icon,
    }),
  }
}
