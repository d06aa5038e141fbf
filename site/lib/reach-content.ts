import type { SanityClient } from '@sanity/client'
import { WorldFailure } from '#content/model/errors.ts'
import type { Settings } from './settings.ts'

/**
 * Asks the hosted Content Lake one question before anything is built on it; the embedded one is always there.
 *
 * @throws WorldFailure that names the settings to look at
 */
export async function reachContent(
  client: SanityClient,
  { sanity }: Pick<Settings, 'sanity'>,
): Promise<void> {
  if (sanity === undefined) return
  try {
    await client.fetch('true')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new WorldFailure(
      'content',
      `The Content Lake of SANITY_PROJECT_ID "${sanity.projectId}" and SANITY_DATASET "${sanity.dataset}" does not answer (${reason}). Check both, SANITY_TOKEN, and this machine's way to the internet.`,
      { cause },
    )
  }
}
