import type { Release } from '../release/release.ts'
import { type Refusal, verifyRelease } from '../release/verify.ts'
import { fetchBlob, missingBlobs, pruneBlobs } from './blob-shelf.ts'
import type { Keeper, Kept } from './keeper.ts'
import { neededBlobs } from './play-kept.ts'

/** How a look for something newer has ended. In every case but `swapped` the screen plays what it has. */
export type Update =
  | { outcome: 'swapped'; release: Release; kept: Kept }
  | { outcome: 'same' }
  | { outcome: 'refused'; reason: Refusal }
  /** The server gave no release, or not all of its blobs. */
  | { outcome: 'unreachable' }

/**
 * Looks for a newer release of a place and takes it: fetched, verified, every blob fetched and verified,
 * and only then swapped in whole. What the last two releases do not need is deleted afterwards.
 */
export async function updatePlace(place: string, keeper: Keeper, now: number): Promise<Update> {
  const before = await keeper.read(place)
  const bytes = await fetchEnvelope(place)
  if (bytes === undefined) return { outcome: 'unreachable' }
  const verdict = await verifyRelease(bytes, {
    place,
    pinnedKey: before?.pinnedKey,
    newest: before?.newest,
  })
  if (verdict.outcome === 'refused') {
    const { reason } = verdict
    return reason === 'same' && before !== undefined
      ? repair(before)
      : { outcome: 'refused', reason }
  }
  const { release, key } = verdict
  if ((await takeBlobs(release)) === 'failed') return { outcome: 'unreachable' }
  const kept: Kept = {
    place,
    pinnedKey: key,
    newest: release.counter,
    current: bytes,
    ...(before === undefined ? {} : { previous: before.current }),
    highestMoment: Math.max(before?.highestMoment ?? 0, release.createdAt),
    usedAt: now,
  }
  await keeper.change(place, () => kept)
  await pruneBlobs(await neededBlobs(await keeper.readAll()))
  return { outcome: 'swapped', release, kept }
}

/** Fetches again what storage has lost of the current release. `same` where nothing was missing. */
async function repair(kept: Kept): Promise<Update> {
  const { place, pinnedKey, current } = kept
  const verdict = await verifyRelease(current, { place, pinnedKey, newest: undefined })
  if (verdict.outcome === 'refused') return verdict
  switch (await takeBlobs(verdict.release)) {
    case 'all-there':
      return { outcome: 'same' }
    case 'taken':
      return { outcome: 'swapped', release: verdict.release, kept }
    case 'failed':
      return { outcome: 'unreachable' }
  }
}

async function fetchEnvelope(place: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const answer = await fetch(`/screen/releases/${place}.json`, { cache: 'no-cache' })
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch {
    // No network is nothing special on a screen: the answer is a value.
    return undefined
  }
}

async function takeBlobs(release: Release): Promise<'all-there' | 'taken' | 'failed'> {
  try {
    const missing = await missingBlobs(release.blobs.map((blob) => blob.sha256))
    for (const sha256 of missing) await fetchBlob(sha256)
    return missing.length === 0 ? 'all-there' : 'taken'
  } catch {
    // Cut off, a wrong byte, or no room left: the release counts as not there.
    return 'failed'
  }
}
