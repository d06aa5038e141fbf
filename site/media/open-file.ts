import type { Settings } from '../lib/settings.ts'

/** The bytes of an uploaded file by its asset's id, or the part that `asked` has a `Range` for. */
export type OpenFile = (assetId: string, asked: Request) => Promise<Response>

const ASSET = /^file-([0-9a-f]{40})-([a-z0-9]{1,12})$/
const IN_PROCESS = 'http://lake.invalid/lake/files/waymark/production'

/**
 * Reads files where the content is kept: from the lake in this process, or for a hosted one from its CDN, which so never
 * hears from a reader's browser.
 */
export function fileOpener(
  lake: { fetch: (request: Request) => Promise<Response> } | undefined,
  sanity: Settings['sanity'],
  fetchFar: (request: Request) => Promise<Response> = fetch,
): OpenFile {
  const folder = sanity
    ? `https://cdn.sanity.io/files/${sanity.projectId}/${sanity.dataset}`
    : IN_PROCESS
  return async (assetId, { method, headers }) => {
    const [, hash, extension] = ASSET.exec(assetId) ?? []
    if (hash === undefined) return new Response(null, { status: 404 })
    const range = headers.get('range')
    const request = new Request(`${folder}/${hash}.${extension}`, {
      method,
      headers: range === null ? {} : { range },
    })
    return lake ? lake.fetch(request) : fetchFar(request)
  }
}
