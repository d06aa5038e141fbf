import { z } from 'zod'
import type { DeskRefusal } from '#content/model/desk.ts'

const item = z.object({
  error: z.object({
    description: z.string(),
    id: z.string().optional(),
    path: z.string().optional(),
    details: z.object({ id: z.string().optional(), path: z.string().optional() }).optional(),
  }),
})
const refused = z.object({ details: z.object({ items: z.array(item).min(1) }) })

/** The lake's own refusals in the error of a failed publication; empty where it failed for another reason. */
export function lakeRefusals(
  error: unknown,
  { id, type }: { id: string; type: string },
): DeskRefusal[] {
  const { data } = refused.safeParse(error)
  return (data?.details.items ?? []).map(({ error: { description, details, ...plain } }) => {
    const path = details?.path ?? plain.path
    const documentId = details?.id ?? plain.id ?? id
    return {
      documentId,
      ...(documentId === id && { documentType: type }),
      message: description,
      ...(path !== undefined && { path }),
    }
  })
}
