import { Flex, Stack, Text } from '@sanity/ui'
import type { Language } from '#content/model/languages.ts'
import { SENTENCE_WORDS } from '#content/model/limits.ts'
import { longSentences, readability } from '#content/model/readability.ts'
import { sentencesOf } from '#content/model/sentences.ts'

const EASE = { easy: 'easy to read', fair: 'fairly hard to read', hard: 'hard to read' } as const
// Words are not told apart by spaces: what a dictionary cuts is no measure of a sentence.
const UNCOUNTED = ['Hans', 'Hant', 'Jpan', 'Thai', 'Khmr', 'Laoo', 'Mymr']

/** Help with plain language while the source is written: long sentences, and how hard it reads. */
export function PlainLanguage({ text, language }: { text: string; language: Language }) {
  if (text.trim() === '' || UNCOUNTED.includes(language.script)) return null
  const sentences = sentencesOf(text, language.tag)
  const long = longSentences(text, language.tag, SENTENCE_WORDS)
  const ease = readability(text, language)
  const longest = Math.max(0, ...sentences.map(({ words }) => words.length))
  return (
    <Stack gap={3} data-testid="plain-language">
      <Flex gap={3} wrap="wrap">
        <Text size={1} muted>
          {count(sentences.length, 'sentence')}, longest {count(longest, 'word')}
        </Text>
        {ease && (
          <Text size={1} muted>
            {ease.formula} {ease.score}: {EASE[ease.ease]}
          </Text>
        )}
      </Flex>
      {long.map(({ text: sentence, words }) => (
        <Text size={1} key={sentence}>
          <span aria-hidden="true">▲ </span>
          {words.length} words, at most {SENTENCE_WORDS} read well. Cut it in two: “
          <span lang={language.tag}>{opening(sentence)}</span>”
        </Text>
      ))}
    </Stack>
  )
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function opening(sentence: string): string {
  const words = sentence.split(/\s+/)
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : sentence
}
