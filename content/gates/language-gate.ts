import { languagesOf, type Missing, missingIn, textName } from './language-texts.ts'
import { innerName, languageName, nameOf } from './name-of.ts'
import { isAwaited, type Published, refOf, refsOf, stringsOf } from './published.ts'
import { isFree, type ProposedChange, type Refusal } from './refusal.ts'

/**
 * Lets nothing be promised in a language that it is not approved in. An approval that is outdated counts: the public
 * keeps the last approved text. A text that is withdrawn explicitly may leave what is published already.
 */
export function languageGate(changes: readonly ProposedChange[], published: Published): Refusal[] {
  return changes.flatMap((change) => {
    const { after } = change
    if (after === undefined || isFree(change)) return []
    switch (after['_type']) {
      case 'campaign':
        return campaignRefusals(after, published)
      case 'message':
        return messageRefusals(change, after, published)
      case 'alert':
      case 'lawProfile':
        return ownRefusals(change, after)
      default:
        return []
    }
  })
}

function campaignRefusals(campaign: Record<string, unknown>, published: Published): Refusal[] {
  const languages = stringsOf(campaign['languages'])
  const { messages } = campaign
  return (Array.isArray(messages) ? messages : []).flatMap((reference: unknown): Refusal[] => {
    const id = refOf(reference)
    const message = id === undefined ? undefined : published.get(id)
    if (message === undefined) {
      if (id === undefined || isAwaited(reference)) return []
      return [
        {
          documentId: String(campaign['_id']),
          path: 'messages',
          message: `${nameOf(campaign)} cannot be published: its message "${id}" is not published. Publish that first, or take it out.`,
        },
      ]
    }
    return missingIn(message, languages).map((missing) => ({
      ...refusalOf(message, missing),
      message: `${nameOf(campaign)} promises ${languageName(missing.language)}, and ${whatOf(message, missing)}. Approve it and publish the message, or take the language out of the campaign.`,
    }))
  })
}

function messageRefusals(
  { before }: ProposedChange,
  after: Record<string, unknown>,
  published: Published,
): Refusal[] {
  const promised = published
    .ofType('campaign')
    .filter(({ messages }) => refsOf(messages).includes(String(after['_id'])))
  const lost = promised.flatMap((campaign) => {
    const languages = stringsOf(campaign['languages'])
    const stood = before === undefined ? [] : missingIn(before, languages)
    return missingIn(after, languages)
      .filter(({ standing }) => standing === 'never')
      .filter(
        ({ path, language }) => !stood.some((it) => it.path === path && it.language === language),
      )
      .map((missing) => ({
        ...refusalOf(after, missing),
        message: `${nameOf(after)} cannot be published: ${whatOf(after, missing)} any more, and ${innerName(campaign)} promises ${languageName(missing.language)}. Keep the approved text, or withdraw it with a reason.`,
      }))
  })
  const isReadable = languagesOf(after).some((language) =>
    missingIn(after, [language]).every(
      ({ standing }) => standing === 'withdrawn' && before !== undefined,
    ),
  )
  if (isReadable) return lost
  return [
    ...lost,
    {
      documentId: String(after['_id']),
      path: 'heading',
      message: `${nameOf(after)} cannot be published: in no language are heading, body and call to action all approved. Have them approved in one language at least.`,
    },
  ]
}

/** Of what names its own languages. */
function ownRefusals({ before }: ProposedChange, after: Record<string, unknown>): Refusal[] {
  return missingIn(after, stringsOf(after['languages']))
    .filter(({ standing }) => standing === 'never' || before === undefined)
    .map((missing) => ({
      ...refusalOf(after, missing),
      message: `${nameOf(after)} cannot be published: ${whatOf(after, missing)}. Approve it, or take the language out.`,
    }))
}

function refusalOf(document: Record<string, unknown>, { path, language }: Missing) {
  return { documentId: String(document['_id']), path, language }
}

function whatOf(document: Record<string, unknown>, { path, language, standing }: Missing): string {
  const state = standing === 'withdrawn' ? 'is withdrawn' : 'is not approved'
  return `${textName(path)} of ${innerName(document)} ${state} in ${languageName(language)}`
}
