/** Fetches the bytes of a picture from where the content is kept. */
export type FetchPicture = (request: Request) => Promise<Response>

// As high as two lines on a screen with two dots a pixel.
const DRAWN = { h: '128', fit: 'max', fm: 'webp' }
const MOST_BYTES = 32 * 1024

/**
 * A picture of the content as a `data:` address, small: a page that holds it leaves nothing in the browser's cache and
 * asks no other host. Undefined where it is not to be had, or too large.
 */
export async function inlinePicture(
  address: string,
  fetchPicture: FetchPicture,
): Promise<string | undefined> {
  const url = new URL(address)
  for (const [name, value] of Object.entries(DRAWN)) url.searchParams.set(name, value)
  const answer = await fetchPicture(new Request(url))
  const type = answer.headers.get('content-type') ?? ''
  if (!answer.ok || !/^image\/[\w.+-]+$/.test(type)) return undefined
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.byteLength > MOST_BYTES) return undefined
  return `data:${type};base64,${bytes.toString('base64')}`
}
