import type { StepName } from './step.ts'

/** What each step is called, why it is there, and what its button says. */
export const STEP_WORDS: Record<StepName, { title: string; why: string; button: string }> = {
  organization: {
    title: 'Your organisation',
    why: 'People want to know who helps them, and everything here belongs to somebody.',
    button: 'Enter your organisation',
  },
  place: {
    title: 'A place',
    why: 'Help is shown where people pass: a station, a border, a toilet on the motorway.',
    button: 'Add a place',
  },
  helpline: {
    title: 'A helpline',
    why: 'The number is the heart of every page, screen and poster.',
    button: 'Add a helpline',
  },
  verify: {
    title: 'Two people check it',
    why: 'A wrong number can do harm, so a second person confirms what the first has checked.',
    button: 'Check it',
  },
  message: {
    title: 'A message in English',
    why: 'One human sentence that somebody reads in ten seconds.',
    button: 'Write a message',
  },
  translate: {
    title: 'Two more languages',
    why: 'People ask for help in their own language: Arabic and Tigrinya, for example.',
    button: 'Translate it',
  },
  approve: {
    title: 'Approve the words',
    why: 'No sentence is public in a language before somebody has approved it there.',
    button: 'Approve it',
  },
  campaign: {
    title: 'A campaign',
    why: 'It joins place, message and languages: who says what, where and when.',
    button: 'Make a campaign',
  },
  publish: {
    title: 'Publish',
    why: 'Until you publish, only you and your colleagues see any of it.',
    button: 'Open the next to publish',
  },
  see: {
    title: 'See it',
    why: 'Look at what people will see: the help page, the poster, the screen.',
    button: 'Say where the poster hangs',
  },
  change: {
    title: 'Change a number',
    why: 'Numbers change. Two people check the new one, and every page and screen follows.',
    button: 'Change the number',
  },
  withdraw: {
    title: 'Withdraw from a phone',
    why: 'When a number turns out to be dangerous, one person ends it in one tap.',
    button: 'Open the page for a phone',
  },
}
