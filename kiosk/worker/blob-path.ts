/** Where a blob is fetched from and kept under. */
export function blobPath(sha256: string): string {
  return `/screen/blobs/${sha256}`
}
