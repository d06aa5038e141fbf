import { mayBeKeptByOthers, pageKey } from './addresses.ts'
import { cacheHeaders } from './headers.ts'
import { isScan } from './is-scan.ts'
import { negotiate } from './negotiate.ts'
import type { Rendered } from './page-cache.ts'
import type { Services } from './services.ts'
import { answer, type StoredPage } from './stored-page.ts'

type Needs = Pick<Services, 'pageCache' | 'languages' | 'offered'>
type Serving = Needs & Pick<Services, 'countScan'>

/** Key of the page at an address, for a reader who asks for these languages. */
export function keyOf(url: URL, acceptLanguage: string | undefined, services: Needs): string {
  const wanted = () => negotiate(acceptLanguage, services.offered())
  return pageKey(url, wanted, services.languages())
}

/** Answers requests with the page of their key, in the compression they take. */
export function createPageServer(services: Serving): Services['servePage'] {
  return async (request: Request, render: () => Promise<Rendered>) => {
    if (request.method !== 'GET') return (await render()).response
    const acceptLanguage = request.headers.get('accept-language') ?? undefined
    const key = keyOf(new URL(request.url), acceptLanguage, services)
    const page = await services.pageCache.fetch(key, render)
    countScan(page, request.method, (name) => request.headers.get(name), services)
    const { status, headers, body } = answer(page, {
      acceptEncoding: request.headers.get('accept-encoding'),
      ifNoneMatch: request.headers.get('if-none-match'),
    })
    return new Response(body ?? null, { status, headers: { ...headers, ...lengthOf(body) } })
  }
}

/** The length of a body as a header, which a HEAD has too; none where nothing has changed. */
export function lengthOf(body: Uint8Array | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': `${body.byteLength}` }
}

/** Counts a printed code that was opened, if this page is the help of one and somebody really opens it. */
export function countScan(
  { status, scanOf }: StoredPage,
  method: string,
  header: (name: string) => string | null | undefined,
  services: Pick<Services, 'countScan'>,
): void {
  if (status === 200 && scanOf !== undefined && isScan({ method, header }))
    services.countScan(scanOf)
}

/** How others may keep the page at this path, as headers. `page` is what we keep of it ourselves. */
export function keepingHeaders(
  pathname: string,
  page: StoredPage | undefined,
  services: Pick<Services, 'languages' | 'now'>,
): Record<string, string> {
  return cacheHeaders({
    isHelpPage: mayBeKeptByOthers(pathname, services.languages()),
    validUntil: page?.validUntil,
    now: services.now(),
  })
}
