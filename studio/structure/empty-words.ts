import { defineLocaleResourceBundle, definePlugin } from 'sanity'

/** What lists say where nothing is in them: what it means, and what to do. */
export const emptyWords = definePlugin({
  name: 'empty-words',
  i18n: {
    bundles: [
      defineLocaleResourceBundle({
        locale: 'en-US',
        namespace: 'structure',
        resources: {
          'panes.document-list-pane.no-documents-of-type.text':
            'Nothing here yet. Begin the first with + above: it is a draft, which nobody outside sees, until you publish it.',
          'panes.document-list-pane.no-matching-documents.text':
            'Nothing here now. This list fills by itself as documents come to belong in it; where + stands above, it begins one.',
          'panes.document-list-pane.no-documents.text':
            'Nothing found in this list. Try fewer or other words, or look everywhere with the glass in the bar above.',
        },
      }),
    ],
  },
})
