import {
  DeleteTranslationAction,
  documentInternationalization,
} from '@sanity/document-internationalization'
import { definePlugin, type PluginOptions, type SanityDocument } from 'sanity'
import { guide } from '#content/model/documents/guide.ts'
import { guideText } from '#content/model/guide-text.ts'
import { LAST_LANGUAGE } from '#content/model/languages.ts'
import { textHash } from '#content/model/text-hash.ts'
import { languageChoices } from './plugins.ts'

const words = guide.pick({ title: true, summary: true, body: true })

/** Fingerprint of the words that a new translation begins from; undefined where those are still unfinished. */
export function sourceHashOf(source: SanityDocument): string | undefined {
  const { data } = words.safeParse(source)
  return data === undefined ? undefined : textHash(guideText(data))
}

/** One document a language for guides: what one begins from another keeps its address, and not its approval. */
export function guideTranslations(): PluginOptions[] {
  return [
    documentInternationalization({
      supportedLanguages: languageChoices,
      schemaTypes: ['guide'],
      metadataOmnisearchVisibility: false,
      callback: async ({ client, sourceDocument, sourceLanguageId, newDocument }) => {
        const sourceHash =
          sourceLanguageId === LAST_LANGUAGE ? sourceHashOf(sourceDocument) : undefined
        if (sourceHash === undefined) return
        const set = { sourceHash, origin: 'human' }
        await client.patch(newDocument._id).set(set).commit()
      },
    }),
    deletion(),
  ]
}

/** Deleting one language of a guide takes it off the list of its languages too. */
const deletion = definePlugin({
  name: 'guide-deletion',
  document: {
    actions: (actions, { schemaType }) =>
      schemaType === 'guide'
        ? actions.map((action) => (action.action === 'delete' ? DeleteTranslationAction : action))
        : actions,
  },
})
