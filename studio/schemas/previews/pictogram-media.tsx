import { pictogramSvg } from '#content/brand/pictograms.ts'
import { pictogramId } from '#content/model/pictograms.ts'

const STYLE = {
  display: 'grid',
  placeItems: 'center',
  inlineSize: '100%',
  blockSize: '100%',
} as const

/** A pictogram as it is drawn, in the colour of the text around; nothing where the id is of none. */
export function PictogramMedia({ id }: { id: unknown }) {
  const known = pictogramId.safeParse(id)
  if (!known.success) return null
  const drawing = { __html: pictogramSvg(known.data) }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawings are constants of this repository
  return <span aria-hidden style={STYLE} dangerouslySetInnerHTML={drawing} />
}
