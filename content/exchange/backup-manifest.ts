import { z } from 'zod'

/** Name of the manifest in a backup; it is the last entry. */
export const MANIFEST = 'manifest.json'

const file = z.strictObject({
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What a backup says of itself, so that a restored folder can be held against it. */
export const backupManifest = z.object({
  format: z.literal('waymark-backup'),
  /** Counts up where older programs could no longer restore it. */
  version: z.literal(1),
  /** RFC 3339, UTC. */
  madeAt: z.iso.datetime(),
  files: z.array(file),
})

/** @see {@link backupManifest} */
export type BackupManifest = z.infer<typeof backupManifest>

/** A file in a backup: `bytes` long, with `sha256` in hexadecimal. */
export type BackedUpFile = z.infer<typeof file>
