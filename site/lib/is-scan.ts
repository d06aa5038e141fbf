/** What a browser may say of how it came to ask. */
type Asked = { method: string; header: (name: string) => string | null | undefined }

/**
 * Whether somebody opens a printed code: not a page fetched ahead, not a link from one of our own pages to another
 * language, not a picture of the page in a frame. Browsers that say nothing of it are counted.
 *
 * Source: Fetch Metadata Request Headers (W3C), and `Sec-Purpose` of the Fetch Standard.
 */
export function isScan({ method, header }: Asked): boolean {
  if (method !== 'GET') return false
  const purposes = ['sec-purpose', 'purpose', 'x-moz'].map((name) => header(name) ?? '')
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return false
  if (header('sec-fetch-site') === 'same-origin') return false
  return (header('sec-fetch-dest') ?? 'document') === 'document'
}
