import type { z } from 'zod'
import { alert } from '#content/model/documents/alert.ts'
import { guide } from '#content/model/documents/guide.ts'
import { helpFacts, helplineNumber, spokenLanguage } from '#content/model/documents/helpline.ts'
import { indicator } from '#content/model/documents/indicator.ts'
import { message } from '#content/model/documents/message.ts'
import { organization } from '#content/model/documents/organization.ts'
import { place } from '#content/model/documents/place.ts'
import { service } from '#content/model/documents/service.ts'
import { topic } from '#content/model/exploitation.ts'
import { PIECES, pieceId } from '#content/model/pieces.ts'
import { placeKind } from '#content/model/place-kinds.ts'
import { SIGN_LANGUAGES, signLanguageTag } from '#content/model/sign-languages.ts'
import { knowledge, verificationMethod } from '#content/model/verification.ts'
import { words } from './words.ts'

type Choices = {
  schema: z.ZodEnum
  words: Readonly<Record<string, string>>
  layout?: 'row' | 'column'
}

/** Every value has to have its words. */
function say<Value extends string>(
  schema: z.ZodEnum<{ [value in Value]: value }>,
  words: Readonly<Record<NoInfer<Value>, string>>,
  layout?: 'row' | 'column',
): Choices {
  return { schema, words, ...(layout && { layout }) }
}

// What an author reads for a value. Enumerations that are not here read as their values do.
const CHOICES: readonly Choices[] = [
  say(knowledge, { yes: 'Yes', no: 'No', unknown: 'Asked, and not known' }, 'row'),
  say(
    helpFacts.contactsPolice,
    {
      never: 'Never',
      'only-with-consent': 'Only if the caller agrees',
      'danger-or-children': 'If a life is in danger, or for children',
      always: 'Always',
      unknown: 'Asked, and not known',
    },
    'column',
  ),
  say(
    helpFacts.audience,
    {
      everyone: 'Everyone',
      women: 'Women',
      men: 'Men',
      children: 'Children and young people',
      workers: 'Workers',
    },
    'column',
  ),
  say(
    helplineNumber.shape.channel,
    { voice: 'A call', text: 'A text message', chat: 'A chat on the web', whatsapp: 'WhatsApp' },
    'row',
  ),
  say(
    spokenLanguage.shape.mode,
    { direct: 'Spoken on the line', interpreter: 'Through an interpreter' },
    'row',
  ),
  say(
    verificationMethod,
    { called: 'Called it', website: 'Read it on the owner’s own page', letter: 'Was written to' },
    'column',
  ),
  say(
    service.shape.kind,
    {
      counselling: 'Counselling room',
      legal: 'Legal advice',
      medical: 'Doctor or clinic',
      desk: 'Staffed desk',
      'day-centre': 'Day centre',
    },
    'column',
  ),
  say(
    place.shape.privacy,
    {
      'private-stall': 'A stall: one person, the door closed, nobody sees what is read',
      'public-hall': 'A hall: others see what is read. No sound from a loudspeaker',
    },
    'column',
  ),
  say(
    message.shape.audience,
    {
      person: 'The person it happens to',
      bystander: 'Somebody who notices',
    },
    'column',
  ),
  say(
    guide.shape.audience,
    {
      person: 'The person it happens to',
      bystander: 'Somebody who notices',
      'border-guard': 'Border guards',
      police: 'Police',
      'labour-inspector': 'Labour inspectors',
    },
    'column',
  ),
  say(
    guide.shape.origin,
    { human: 'Written by a person', machine: 'Translated by a machine' },
    'row',
  ),
  say(
    organization.shape.kind,
    {
      ngo: 'Non-governmental organisation',
      state: 'Ministry, inspectorate or other authority',
      police: 'Police. Their lines always say so',
      igo: 'Intergovernmental organisation',
      operator: 'Operator of stations, vehicles or places',
    },
    'column',
  ),
  say(
    indicator.shape.dimension,
    {
      'deceptive-recruitment': 'Recruited by lies',
      'coercive-recruitment': 'Recruited by force',
      'recruitment-by-abuse-of-vulnerability': 'Recruited through a weakness or need',
      'exploitative-conditions': 'Kept in exploitative conditions',
      'coercion-at-destination': 'Forced at the destination',
      'abuse-of-vulnerability-at-destination': 'A weakness or need abused at the destination',
    },
    'column',
  ),
  say(alert.shape.status, {
    Actual: 'Actual: it is happening',
    Exercise: 'Exercise: screens say that it is one',
    Test: 'Test: of the technology only',
  }),
  say(alert.shape.msgType, {
    Alert: 'Alert: a first message',
    Update: 'Update: in place of an earlier one',
    Cancel: 'Cancel: the danger is over',
  }),
  say(alert.shape.category, {
    Geo: 'Earthquake, landslide',
    Met: 'Weather, flood',
    Safety: 'Public safety',
    Security: 'Security',
    Rescue: 'Rescue',
    Fire: 'Fire',
    Health: 'Health',
    Env: 'Environment, pollution',
    Transport: 'Transport',
    Infra: 'Power, water, telephone',
    CBRNE: 'Chemical, nuclear, explosive',
    Other: 'Something else',
  }),
  say(topic, {
    'sexual-exploitation': 'Sexual exploitation',
    'forced-labour-construction': 'Forced labour: construction',
    'forced-labour-agriculture': 'Forced labour: farms',
    'forced-labour-meat-processing': 'Forced labour: meat',
    'forced-labour-restaurants': 'Forced labour: restaurants',
    'forced-labour-hotels': 'Forced labour: hotels',
    'forced-labour-care': 'Forced labour: care',
    'domestic-servitude': 'Kept to do housework',
    'forced-begging': 'Made to beg',
    'forced-criminality': 'Made to steal or carry drugs',
    'removal-of-organs': 'Removal of an organ',
    'forced-marriage': 'Forced marriage',
    'illegal-adoption': 'Illegal adoption',
    'exploitation-of-surrogacy': 'Exploitation of surrogacy',
    'smuggling-turned': 'A journey that turned into a trap',
    recruitment: 'How people are recruited',
    debt: 'A debt that grows',
    'papers-taken': 'Papers kept by somebody',
    doctor: 'Ordinary help: seeing a doctor',
    'work-rights': 'Ordinary help: rights at work',
    'lost-papers': 'Ordinary help: lost papers',
    'travel-help': 'Ordinary help: on the way',
  }),
  say(placeKind, {
    airport: 'Airport',
    'train-station': 'Train station',
    'bus-station': 'Bus station',
    'public-transport-vehicle': 'Bus, train or ferry: a line',
    'motorway-toilet': 'Toilet on a motorway',
    'refugee-camp': 'Refugee camp',
    'refugee-centre': 'Refugee centre',
    'migration-hotspot': 'Meeting point on a route',
    'border-crossing': 'Border crossing',
    workplace: 'Workplace',
  }),
  {
    schema: signLanguageTag,
    words: Object.fromEntries(
      Object.entries(SIGN_LANGUAGES).map(([tag, { ownName }]) => [tag, ownName]),
    ),
  },
  {
    schema: pieceId,
    words: Object.fromEntries(
      Object.values(PIECES).map(({ id, label, widthMm, heightMm }) => [
        id,
        `${label}, ${widthMm} × ${heightMm} mm`,
      ]),
    ),
  },
]

/** A value of an enumeration as an author reads it. */
export function choiceWords(schema: z.ZodEnum, value: string): string {
  return CHOICES.find((one) => one.schema === schema)?.words[value] ?? words(value)
}

/** How the choice is laid out: in a row or a column of radio buttons, or folded up where there are many. */
export function choiceLayout(schema: z.ZodEnum) {
  const layout = CHOICES.find((one) => one.schema === schema)?.layout
  if (layout === undefined) return {}
  const direction = layout === 'row' ? 'horizontal' : 'vertical'
  return { layout: 'radio', direction } as const
}
