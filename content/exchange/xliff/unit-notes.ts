import type { DocumentUnit } from './document-units.ts'

// What a text is and where it stands, for somebody who sees nothing but the file.
const NOTES: Readonly<Record<string, string>> = {
  'message.heading':
    'Heading of a poster and a screen, in large letters. One short human sentence.',
  'message.body':
    'Below the heading of a poster, a page and a screen. Short sentences, common words.',
  'message.callToAction': 'What the reader can do now. Stands beside the telephone number.',
  'helpline.whatHappens':
    'What happens when somebody calls. Promise nothing that is not written here.',
  'service.whatHappens':
    'What happens when somebody comes. Promise nothing that is not written here.',
  'service.directions': 'The way to the door, for somebody on foot.',
  'place.directions': 'The way to help at this place, for somebody on foot.',
  'alert.headline': 'Headline of an emergency warning on screens. As short as it can be.',
  'alert.instruction': 'What people must do in an emergency. Clear and safe; soften nothing.',
  'indicator.text': 'One sign that somebody may be exploited.',
  'lawProfile.statements':
    'The law asks for these words on a printed piece. Keep their legal meaning.',
  'guide.title': 'Title of a guide.',
  'guide.summary': 'What the guide is about, in one sentence.',
  'guide.body': 'A paragraph, heading or list item of a guide. Keep the codes around words.',
}

/** A note to the translator: what a text is and where it stands. */
export function noteOf(type: string, { id }: Pick<DocumentUnit, 'id'>): string {
  const [field = id] = id.split(':')
  return NOTES[`${type}.${field}`] ?? 'A text for readers in need. Short sentences, common words.'
}
