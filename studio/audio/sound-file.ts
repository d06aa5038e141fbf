/** What a browser may record as, best first: Opus is small and clear in speech, older iPhones have AAC only. */
const KINDS = [
  'audio/webm;codecs=opus',
  'audio/ogg;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
] as const

/** The kind of sound to record as; undefined leaves it to the browser. */
export function recordingKind(isSupported: (kind: string) => boolean): string | undefined {
  return KINDS.find(isSupported)
}

/** Name of a recording's file: what stands in it is told by its ending alone. */
export function soundFileName(mimeType: string): string {
  if (mimeType.startsWith('audio/webm')) return 'recording.weba'
  if (mimeType.startsWith('audio/ogg')) return 'recording.ogg'
  if (mimeType.startsWith('audio/mp4')) return 'recording.m4a'
  return 'recording'
}

/** Where the lake hands a file out, by the reference to it; undefined for a reference to anything else. */
export function soundAddress(reference: string): string | undefined {
  const [, name, extension] = /^file-([0-9a-f]{40})-([a-z0-9]{1,12})$/.exec(reference) ?? []
  return name && `/lake/files/waymark/production/${name}.${extension}`
}

/** Seconds as people read them: "1:05". */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
