import type { DeskRooms } from './context.ts'
import { createDeskRoutes } from './routes.ts'
import { createWithdrawPages } from './withdraw-pages.ts'

/** The desk with its page for telephones as one function; undefined for addresses that are not theirs. */
export async function openDesk(
  rooms: DeskRooms,
): Promise<(request: Request) => Promise<Response | undefined>> {
  const api = createDeskRoutes(rooms)
  const pages = await createWithdrawPages(rooms)
  return async (request) => (await api(request)) ?? pages(request)
}
