import { anyDocument } from '#content/model/documents/any-document.ts'
import { words } from '../../schemas/words.ts'
import { type Paired, publishedId } from './house.ts'

/** The fields that a document still needs to be whole, as an author knows them; empty where it is whole. */
export function stillNeeds({ current }: Paired): string[] {
  const { error } = anyDocument.safeParse({ ...current, _id: publishedId(current._id) })
  const fields = (error?.issues ?? []).map(({ path: [field] }) => words(String(field ?? '')))
  return [...new Set(fields)].filter((field) => field !== '')
}
