import type { ClientPerspective, SanityClient } from '@sanity/client'

/**
 * What a loader asks a client for: what is published, whatever the client's own setting. Only a client that was made
 * to look at one draft names its layers in a list, topmost first.
 */
export function layersOf(client: SanityClient): { perspective: ClientPerspective } {
  const { perspective } = client.config()
  return { perspective: Array.isArray(perspective) ? perspective : 'published' }
}
