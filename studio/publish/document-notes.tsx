import { Stack } from '@sanity/ui'
import { useRef } from 'react'
import { getPublishedId, type InputProps } from 'sanity'
import { z } from 'zod'
import { DOCUMENT_TYPES } from '#content/model/documents/any-document.ts'
import { WithdrawnBanner } from '../desk/withdrawn-banner.tsx'
import { AwayBanner } from './away-banner.tsx'
import { KeepLastWords } from './keep-last-words.tsx'
import { NeedsBanner } from './needs-banner.tsx'
import { useLanding } from './use-landing.ts'

const NAMES: readonly string[] = DOCUMENT_TYPES
type Named = { type: string; value: unknown }

const identified = z.object({ _id: z.string(), _rev: z.string().optional() })

/** Puts above the fields of each of our documents what has to be known of it: withdrawn, or not yet fit to publish. */
export function DocumentNotes(props: InputProps) {
  const type = props.schemaType.name
  const isDocument = props.path.length === 0 && NAMES.includes(type)
  const { data } = identified.safeParse(props.value)
  const form = useRef<HTMLDivElement>(null)
  useLanding(isDocument && data ? getPublishedId(data._id) : undefined, form)
  if (!isDocument) return props.renderDefault(props)
  // The form keeps its place whether there are notes or not: moved, it would be drawn anew under somebody's hands.
  return (
    <Stack gap={4} ref={form}>
      {data && <Notes {...data} type={type} value={props.value} />}
      {props.renderDefault(props)}
    </Stack>
  )
}

function Notes({ _id, _rev, type, value }: z.infer<typeof identified> & Named) {
  const id = getPublishedId(_id)
  return (
    <Stack gap={4}>
      <KeepLastWords id={id} type={type} />
      <AwayBanner id={id} type={type} />
      <WithdrawnBanner id={id} document={value} />
      {_id !== id && <NeedsBanner id={id} type={type} revision={_rev} />}
    </Stack>
  )
}
