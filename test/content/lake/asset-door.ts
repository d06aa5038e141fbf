import type { LakeUnderTest } from './transports.ts'

/** How a stranger asks for assets, and how whoever may write brings them. */
export function assetDoor(lake: () => LakeUnderTest) {
  return {
    get: (url: string, query = '', init: RequestInit = {}) =>
      lake().request(`${new URL(url).pathname}${query}`, init, false),
    bytesOf: async (response: Response) => new Uint8Array(await response.arrayBuffer()),
    upload: (body: Buffer, filename?: string) =>
      lake().client.assets.upload('image', body, filename === undefined ? {} : { filename }),
    send: (kind: string, body: BodyInit, query = '', headers: HeadersInit = {}) =>
      lake().request(`/lake/v2025-02-19/assets/${kind}/production${query}`, {
        method: 'POST',
        body,
        headers,
        ...(body instanceof ReadableStream && { duplex: 'half' }),
      }),
  }
}
