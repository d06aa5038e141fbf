import type { PublicRecording } from '#content/model/facts.ts'
import { findLanguage } from '#content/model/languages.ts'
import { MEDIA_PATH } from '#content/model/media.ts'
import { SIGN_LANGUAGES } from '#content/model/sign-languages.ts'
import type { SpokenField } from '#content/model/spoken-texts.ts'
import { sizeWords } from './intl-words.ts'
import type { Scene } from './scene.ts'
import type { Passage, Recording } from './view.ts'

/** The words that stand in each field of a block; undefined where none do. */
type Shown = Readonly<Partial<Record<SpokenField, Passage | undefined>>>

/**
 * What can be heard and seen signed beside the words of a block, in the order of its fields. Sound is of the very words
 * that stand there; for a reader of a language that is only heard, of the same text in that language. A film is a
 * translation of its own: it stands beside the text in any language, one for each sign language.
 */
export function recordingViews(
  recordings: readonly PublicRecording[] | undefined,
  shown: Shown,
  scene: Scene,
): { recordings?: Recording[] } {
  const found = Object.entries(shown).flatMap(([field, words]): Recording[] => {
    if (recordings === undefined || words === undefined) return []
    const own = recordings.filter((one) => one.field === field)
    const sound = soundOf(own, words, scene)
    const films = filmsOf(own, words)
    return [...(sound ? [sound] : []), ...films].map((one) => view(one, field, words, scene))
  })
  return found.length > 0 ? { recordings: found } : {}
}

/** Languages that are only heard and in which something of these can be heard, in the order of the table. */
export function heardIn(
  documents: readonly { recordings?: readonly PublicRecording[] | undefined }[],
  { languages }: Pick<Scene, 'languages'>,
): string[] {
  const spoken = new Set(
    documents.flatMap(({ recordings = [] }) =>
      recordings.flatMap(({ sign, language }) => (sign === undefined ? language : [])),
    ),
  )
  return languages
    .filter(({ tag, audioOnly }) => audioOnly && spoken.has(tag))
    .map(({ tag }) => tag)
}

function soundOf(recordings: readonly PublicRecording[], { lang }: Passage, { reader }: Scene) {
  const heard = reader.audioOnly ? [reader.tag, lang] : [lang]
  return heard
    .map((tag) => recordings.find(({ sign, language }) => sign === undefined && language === tag))
    .find((one) => one !== undefined)
}

function filmsOf(recordings: readonly PublicRecording[], { lang }: Passage): PublicRecording[] {
  const films = recordings.filter(({ sign }) => sign !== undefined)
  // Made from the words that stand here before others.
  const best = films.toSorted((a, b) => Number(b.language === lang) - Number(a.language === lang))
  return best.filter(({ sign }, at) => best.findIndex((one) => one.sign === sign) === at)
}

function view(
  { language, sign, files }: PublicRecording,
  field: string,
  { lang }: Passage,
  scene: Scene,
): Recording {
  const tag = sign ?? language
  const isTold = sign !== undefined || language !== lang || language !== scene.reader.tag
  return {
    kind: sign === undefined ? 'sound' : 'film',
    field,
    lang: tag,
    ...(isTold && { language: nameOf(sign, language, scene) }),
    // A telephone loads one of them, and nobody knows which.
    size: sizeWords(Math.max(...files.map(({ bytes }) => bytes)), scene),
    sources: files.map(({ name, type }) => ({ href: `${MEDIA_PATH}${name}`, type })),
  }
}

function nameOf(sign: PublicRecording['sign'], language: string, { languages }: Scene): Passage {
  const signed = sign && SIGN_LANGUAGES[sign]
  const row = findLanguage(languages, signed?.writtenIn ?? language)
  return {
    text: signed?.ownName ?? row?.ownName ?? language,
    lang: signed?.writtenIn ?? language,
    dir: row?.direction ?? 'ltr',
  }
}
