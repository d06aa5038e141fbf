/** Ends of words whose vowel is not spoken. */
const SILENT_END: Readonly<Record<string, RegExp>> = {
  en: /(?<=[aeiouy][^aeiouy]*[^aeiouyl]|[aeiouy]l)e$|(?<=[aeiouy][^aeiouy]*[^aeiouytd])ed$/,
  fr: /(?<=[aeiouyàâéèêëîïôûùœ][^aeiouyàâéèêëîïôûùœ]+)(e|es|ent)$/,
}

/** Places where two vowels are two syllables. A "y" between vowels begins one, as a consonant does. */
const APART: Readonly<Record<string, RegExp>> = {
  en: /(?<=[aeiou])(?=y[aeiou])|(?<=[ue])(?=al)/g,
  fr: /(?<=[aeiouéèê])(?=y[aeiouéèê])|(?<=[aeiou])(?=[ïëü])/g,
  es: /(?<=[aeou])(?=y[aeiouáéíóú])|(?<=[aeoáéó])(?=[aeoáéó])|(?<=[aeoáéó])(?=[íú])|(?<=[íú])(?=[aeo])/g,
  de: /(?<=[aeou])(?=[äöü])|(?<=[aou])(?=ie)|(?<=e)(?=a)/g,
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
