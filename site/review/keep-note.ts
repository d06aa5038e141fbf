import { ClientError, type SanityClient } from '@sanity/client'
import { HEAD_BYTES, sniff } from '#content/lake/asset-type.ts'
import { NOTE_BYTES } from '#content/model/spoken-texts.ts'

/** Extensions by which sound is kept, by the usual one of the kind that the bytes show. */
const SOUND: Readonly<Record<string, string>> = {
  weba: 'weba',
  ogg: 'ogg',
  mp3: 'mp3',
  m4a: 'm4a',
  mp4: 'm4a',
  wav: 'wav',
}

/** A file as documents refer to it. */
type KeptNote = { _type: 'file'; asset: { _type: 'reference'; _ref: string } }

/** Keeps a voice note as an asset. `refused` where it is no sound that browsers play, or too large. */
export async function keepNote(client: SanityClient, note: File): Promise<KeptNote | 'refused'> {
  if (note.size > NOTE_BYTES) return 'refused'
  const bytes = Buffer.from(await note.arrayBuffer())
  const extension = SOUND[sniff(bytes.subarray(0, HEAD_BYTES))?.extensions[0] ?? '']
  if (extension === undefined) return 'refused'
  try {
    // The name that the phone gave it may say when and where, so it goes.
    const filename = `note.${extension}`
    const { _id } = await client.assets.upload('file', bytes, { filename })
    return { _type: 'file', asset: { _type: 'reference', _ref: _id } }
  } catch (error) {
    if (error instanceof ClientError) return 'refused'
    throw error
  }
}
