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

/** Name of a recording's file: what stands in it is told by its ending alone. Sound may come as `video/`. */
export function soundFileName(mimeType: string): string {
  const [kind] = mimeType.split(';')
  if (kind === 'audio/webm' || kind === 'video/webm') return 'recording.weba'
  if (kind === 'audio/ogg' || kind === 'audio/opus') return 'recording.ogg'
  if (kind === 'audio/mpeg') return 'recording.mp3'
  return /^(audio|video)\/(mp4|x-m4a|m4a)$/.test(kind ?? '') ? 'recording.m4a' : 'recording'
}

/** Name of a film's file; undefined for a kind that most telephones do not play. */
export function filmFileName(mimeType: string): string | undefined {
  if (mimeType === 'video/mp4') return 'film.mp4'
  return mimeType === 'video/webm' ? 'film.webm' : undefined
}

const FORMATS: Readonly<Record<string, string>> = {
  weba: 'Opus in WebM',
  ogg: 'Opus in Ogg',
  m4a: 'AAC in MP4',
  mp3: 'MP3',
  mp4: 'film in MP4',
  webm: 'film in WebM',
}

/** The format of a file as people name it, by the reference to it. */
export function formatOf(reference: string): string {
  const ending = reference.split('-').at(-1) ?? ''
  return FORMATS[ending] ?? ending
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
