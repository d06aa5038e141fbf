import { anyDocument } from '#content/model/documents/any-document.ts'
import { type Paired, publishedId } from './house.ts'

/** Fields that a document still needs to be whole, by the model's names; empty where it is whole. */
export function stillNeeds({ current }: Paired): string[] {
  const { error } = anyDocument.safeParse({ ...current, _id: publishedId(current._id) })
  const fields = (error?.issues ?? []).map(({ path: [field] }) => String(field ?? ''))
  return [...new Set(fields)].filter((field) => field !== '')
}
