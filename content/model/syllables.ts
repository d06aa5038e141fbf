/** A run of vowels is a syllable, but for these at the end of a word. */
const SILENT_END: Readonly<Record<string, RegExp>> = {
  en: /(?<=[^aeiouyl]|[aeiouy][l])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxz])es$/,
  fr: /(?<=[^aeiouyàâéèêëîïôûùœ])(e|es|ent)$/,
}

/** Two vowels that are two syllables, by language. */
const APART: Readonly<Record<string, RegExp>> = {
  en: /(?<=i)(?=[ao](?!us))|(?<=[ue])(?=[ao]l)/g,
  es: /(?<=[aeoáéóíú])(?=[aeoáéó])|(?<=[aeoáéó])(?=[íú])|(?<=[íú])(?=[aeo])/g,
  de: /(?<=[aeou])(?=[aäöü])|(?<=[aeiou])(?=ie)|(?<=e)(?=u[ms]$)/g,
}

const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöùúûüýÿœ]+/g

/** How many syllables a word has, counted by its vowels: right for most words, never less than one. */
export function syllablesIn(word: string, language: string): number {
  const lower = word.toLowerCase().normalize('NFC')
  const silent = SILENT_END[language]
  const spoken = silent ? lower.replace(silent, '') : lower
  const apart = APART[language]
  const runs = (apart ? spoken.replaceAll(apart, '-') : spoken).match(VOWELS)
  return Math.max(1, runs?.length ?? 0)
}
