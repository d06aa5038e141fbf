import type { Release } from '../release/release.ts'
import { type Refusal, verifyRelease } from '../release/verify.ts'
import { fetchBlob, missingBlobs, pruneBlobs } from './blob-shelf.ts'
import type { Keeper, Kept } from './keeper.ts'
import { neededBlobs } from './play-kept.ts'

/** How a look for something newer has ended. In every other case the screen plays what it has. */
export type Update =
  | { outcome: 'swapped'; release: Release; kept: Kept }
  /** Storage takes nothing more: it plays, but only until the browser closes. */
  | { outcome: 'unkept'; release: Release; kept: Kept }
  | { outcome: 'same' }
  | { outcome: 'refused'; reason: Refusal }
  /** The server gave no release, or not all of its blobs. */
  | { outcome: 'unreachable' }

/** A line that says nothing for so long will not say it: the next look starts afresh. */
const LONGEST_MS = 30_000

/**
 * Looks for a newer release of a place and takes it: fetched, verified, every blob fetched and verified,
 * and only then swapped in whole. What the last two releases do not need is deleted afterwards.
 * The release that is there already is taken once more if storage has lost or spoilt any of it.
 */
export async function updatePlace(place: string, keeper: Keeper, now: number): Promise<Update> {
  const before = await keeper.read(place)
  const arrived = await fetchRelease(place, before)
  if (arrived === undefined) return { outcome: 'unreachable' }
  const { bytes, verdict } = arrived
  if (verdict.outcome === 'refused') return { outcome: 'refused', reason: verdict.reason }
  const { release, key } = verdict
  const isSame = before !== undefined && release.counter === before.newest
  const isWhole = isSame && (await isSound(before))
  const blobs = await takeBlobs(release)
  if (blobs === 'failed') return { outcome: 'unreachable' }
  if (isWhole && blobs === 'all-there') return { outcome: 'same' }
  const previous = isSame ? before.previous : before?.current
  const kept: Kept = {
    place,
    pinnedKey: key,
    newest: release.counter,
    current: bytes,
    ...(previous === undefined ? {} : { previous }),
    highestMoment: Math.max(before?.highestMoment ?? 0, release.createdAt),
    usedAt: now,
  }
  try {
    await keeper.change(place, () => kept)
    await pruneBlobs(await neededBlobs(await keeper.readAll()))
  } catch {
    // A full disk must not leave a withdrawn number on the glass.
    return { outcome: 'unkept', release, kept }
  }
  return { outcome: 'swapped', release, kept }
}

async function isSound({ place, pinnedKey, current }: Kept): Promise<boolean> {
  const verdict = await verifyRelease(current, { place, pinnedKey, newest: undefined })
  return verdict.outcome === 'accepted'
}

/** What the server has for this place: the newest we know of, or a newer one. */
async function fetchRelease(place: string, before: Kept | undefined) {
  const expected = { place, pinnedKey: before?.pinnedKey, newest: before?.newest }
  const bytes = await fetchEnvelope(place, 'no-cache')
  if (bytes === undefined) return undefined
  const verdict = await verifyRelease(bytes, expected)
  if (verdict.outcome === 'accepted') return { bytes, verdict }
  // Bytes damaged on the way would come again from the browser's own cache: so once more, past it.
  const again = await fetchEnvelope(place, 'reload')
  return again && { bytes: again, verdict: await verifyRelease(again, expected) }
}

async function fetchEnvelope(
  place: string,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const signal = AbortSignal.timeout(LONGEST_MS)
    const answer = await fetch(`/screen/releases/${place}.json`, { cache, signal })
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
