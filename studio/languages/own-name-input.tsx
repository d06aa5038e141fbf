import { Card, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { type StringInputProps, useFormValue } from 'sanity'
import { type GlyphsAnswer, glyphsAnswer } from '#content/model/desk.ts'
import { FONT_FAMILIES, type Language, languageRecord } from '#content/model/languages.ts'
import { askDesk, DeskProblem } from '../desk/ask-desk.ts'
import { Written } from '../translation/written.tsx'

const PAUSE_MS = 300

/** The own name of a language, set in the font that is chosen for it, with the letters that font lacks. */
export function OwnNameInput(props: StringInputProps) {
  const { value = '' } = props
  const font = useFormValue(['font'])
  const direction = useFormValue(['direction'])
  const tag = useFormValue(['tag'])
  const family = FONT_FAMILIES.find((one) => one === font)
  const glyphs = useGlyphs(value, family)
  const language: Language = {
    ...{ tag: String(tag ?? 'und'), ownName: value, englishName: '', script: 'Zyyy' },
    direction: languageRecord.shape.direction.safeParse(direction).data ?? 'ltr',
    font: family ?? 'Noto Sans',
    ...{ fallback: [], audioOnly: false },
  }
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {value !== '' && (
        <Card padding={4} border radius={2} data-testid="own-name-preview">
          <Stack gap={3}>
            <Written language={language}>
              <span style={{ fontSize: '1.75rem' }}>{value}</span>
            </Written>
            <Text size={1} muted>
              {family === undefined
                ? 'Choose a font below to see the name in it.'
                : `As in ${family}.`}
            </Text>
          </Stack>
        </Card>
      )}
      <div role="status" aria-live="polite">
        {typeof glyphs === 'string' && <Text size={1}>{glyphs}</Text>}
        {typeof glyphs === 'object' && glyphs.missing.length > 0 && (
          <Card padding={3} radius={2} tone="caution" data-testid="missing-letters">
            <Text size={1}>{missingWords(glyphs, family ?? '')}</Text>
          </Card>
        )}
      </div>
    </Stack>
  )
}

function missingWords({ missing, fontsThatHaveIt }: GlyphsAnswer, family: string): string {
  const letters = missing
    .map((letter) => `${letter} (U+${letter.codePointAt(0)?.toString(16).toUpperCase()})`)
    .join(', ')
  const others =
    fontsThatHaveIt.length > 0
      ? `Choose ${fontsThatHaveIt.join(' or ')}.`
      : 'No bundled font has all of these letters.'
  return `The font ${family} has no letter for ${letters}. ${others} Publishing is refused until then.`
}

/** What the desk says of a text in a font, a moment after the last key; words where it could not be asked. */
function useGlyphs(text: string, font: Language['font'] | undefined) {
  const [glyphs, setGlyphs] = useState<GlyphsAnswer | string>()
  useEffect(() => {
    setGlyphs(undefined)
    if (text === '' || font === undefined) return
    const stopped = new AbortController()
    const timer = setTimeout(() => {
      const { signal } = stopped
      askDesk({ path: 'glyphs', body: { text, font }, answer: glyphsAnswer, signal }).then(
        setGlyphs,
        (error: unknown) => {
          if (!signal.aborted && error instanceof DeskProblem) setGlyphs(error.message)
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [text, font])
  return glyphs
}
