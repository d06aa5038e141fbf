import { type DeskRefusal, refusalsAnswer } from '#content/model/desk.ts'
import { askDesk } from '../desk/ask-desk.ts'

/** What publishing a document as it is drafted now would be refused for. Throws DeskProblem. */
export async function askRefusals(id: string, signal?: AbortSignal): Promise<DeskRefusal[]> {
  const asked = { path: 'refusals', query: { id }, answer: refusalsAnswer }
  const { refusals } = await askDesk({ ...asked, ...(signal && { signal }) })
  return refusals
}
