import type { ComponentType } from 'react'
import type { ListBuilder, StructureBuilder } from 'sanity/structure'
import { z } from 'zod'

type Child = ReturnType<StructureBuilder['documentList']>

type InUse = {
  id: string
  title: string
  /** GROQ that answers the values, with null among them. */
  query: string
  label: (value: string) => string
  child: (value: string, label: string) => Child
  icon: ComponentType
}

/** A shelf for each value that documents have now; asked anew when the shelf is opened. */
export function valuesInUse(
  S: StructureBuilder,
  { id, title, query, label, child, icon }: InUse,
): () => Promise<ListBuilder> {
  return async () => {
    const client = S.context.getClient({ apiVersion: '2025-02-19' })
    const values = z
      .array(z.string().nullable())
      .parse(await client.fetch(query, {}, { perspective: 'drafts' }))
      .filter((value) => value !== null)
    const items = values
      .map((value) => ({ value, label: label(value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
      .map((one) =>
        S.listItem().id(one.value).title(one.label).icon(icon).child(child(one.value, one.label)),
      )
    return S.list().id(id).title(title).items(items)
  }
}
