import { EyeOpenIcon } from '@sanity/icons/EyeOpen'
import type { DefaultDocumentNodeResolver } from 'sanity/structure'
import { PreviewPane } from './preview-pane.tsx'

/** Narrower than this, lists and two panes leave little room to write in; the pane can be split by hand. */
const BESIDE = '(min-width: 1600px)'

/** Types of which something is made that the public sees. */
const PREVIEWED = [
  ...['place', 'helpline', 'service', 'message', 'campaign', 'organization'],
  ...['placement', 'guide', 'language', 'interfaceText'],
]

/** Opens a document with its preview beside the form where there is room, else behind a tab. */
export const documentPanes: DefaultDocumentNodeResolver = (S, { schemaType }) => {
  if (!PREVIEWED.includes(schemaType)) return S.document()
  const preview = S.view.component(PreviewPane).id('preview').title('Preview').icon(EyeOpenIcon)
  const document = S.document().views([S.view.form(), preview])
  return matchMedia(BESIDE).matches ? document.defaultPanes(['editor', 'preview']) : document
}
