import type { Release } from '../release/release.ts'
import { verifyRelease } from '../release/verify.ts'
import { missingBlobs } from './blob-shelf.ts'
import type { Kept } from './keeper.ts'

/**
 * The release to play from what is kept: the current one, else the one before. It is verified again,
 * and plays only if every blob that it names is there.
 */
export async function playKept(kept: Kept): Promise<Release | undefined> {
  for (const bytes of [kept.current, kept.previous]) {
    if (bytes === undefined) continue
    const verdict = await verifyRelease(bytes, {
      place: kept.place,
      pinnedKey: kept.pinnedKey,
      newest: undefined,
    })
    if (verdict.outcome === 'refused') continue
    const missing = await missingBlobs(verdict.release.blobs.map((blob) => blob.sha256))
    if (missing.length === 0) return verdict.release
  }
  return undefined
}

/** Every blob that the kept releases name, those of the releases before included. */
export async function neededBlobs(records: readonly Kept[]): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const { place, pinnedKey, current, previous } of records) {
    for (const bytes of [current, previous]) {
      if (bytes === undefined) continue
      const verdict = await verifyRelease(bytes, { place, pinnedKey, newest: undefined })
      if (verdict.outcome === 'refused') continue
      for (const blob of verdict.release.blobs) needed.add(blob.sha256)
    }
  }
  return needed
}
