import type { AssetStore } from './asset-store.ts'
import type { Directory } from './directory.ts'
import type { Feed } from './feed.ts'
import type { RenditionStore } from './rendition-store.ts'
import type { Authorize } from './rights.ts'
import type { Sights } from './sights.ts'
import type { Storage } from './storage.ts'
import type { Turnstile } from './turnstile.ts'
import type { Writer } from './writer.ts'

/** What the endpoints share. */
export interface LakeContext {
  project: string
  dataset: string
  /** Address that the lake is reached under, without a slash at the end. */
  publicUrl: string
  /** Origin of the pages that browsers may open web sockets from. */
  origin: string
  authorize: Authorize
  directory: Directory
  now(): Date
  randomId(): string
  /** Hears of what is nobody's mistake: the disk, and our own bugs. */
  onFailure(error: Error): void
  /** Knows no audience: what is read from its log goes through `see`, or `seenChange`. */
  storage: Storage
  /** The only way to documents: as the sender's audience sees them. */
  sights: Sights
  writer: Writer
  feed: Feed
  assets: AssetStore
  renditions: RenditionStore
  /** Uploads wait here until they are read, apart from those who want pictures drawn: these are anybody. */
  reading: Turnstile
  drawing: Turnstile
}
