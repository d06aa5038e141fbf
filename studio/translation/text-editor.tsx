import { Flex, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { gapFaults } from '#content/locales/gaps.ts'
import type { Language } from '#content/model/languages.ts'
import { TEXT_LIMITS } from '#content/model/limits.ts'
import type { TranslatedValue } from '#content/model/translation.ts'
import { offeredActs } from './offered-acts.ts'
import { OutcomeLine } from './outcome-line.tsx'
import { PlainLanguage } from './plain-language.tsx'
import { actOfKeys, ReviewActions } from './review-actions.tsx'
import { ReviewFacts, ReviewLine } from './review-facts.tsx'
import { SourceChanges, type SourceHistory } from './source-changes.tsx'
import { StateChip } from './state-chip.tsx'
import { textState } from './text-state.ts'
import { type TextPlace, useReview } from './use-review.ts'
import { useTextRights } from './use-text-rights.ts'
import { Written } from './written.tsx'

type Props = {
  /** What is written here, for those who hear it; shown where there is nothing else that says so. */
  name: string
  title?: ReactNode
  language: Language
  value: TranslatedValue | undefined
  /** The words this is a translation of; absent where it is the source itself. */
  source?: { text: string; language: Language; history: SourceHistory } | undefined
  inPublic: string | undefined
  place: TextPlace
  isReadOnly: boolean
  /** Whether nothing can be decided about it here, where that differs: reviewers decide and do not write. */
  isClosed?: boolean
  onWrite: (text: string) => void
  /** What else is to be known of it, under the text. */
  children?: ReactNode
}

/** One language of a text: the source beside it, where it stands, and what may be done to it. */
export function TextEditor(props: Props) {
  const { name, title, language, value, source, inPublic, place, isReadOnly, onWrite } = props
  const { isClosed = isReadOnly } = props
  const text = value?.text ?? ''
  const sourceText = source?.text ?? text
  const rights = useTextRights()
  const state = textState(value, sourceText)
  const acts = offeredActs(state, value, rights)
  const { isBusy, outcome, review } = useReview(place, { value, source: sourceText })
  return (
    <Stack gap={3} className="text-editor" data-testid={`text-${language.tag}`}>
      <Flex gap={3} align="center" wrap="wrap">
        {title}
        <StateChip state={state} />
        {value && <ReviewLine value={value} />}
      </Flex>
      <div className="text-sides">
        {source && (
          <Written language={source.language}>
            <textarea
              readOnly
              rows={1}
              value={source.text}
              aria-label={`Source, ${source.language.englishName}`}
            />
          </Written>
        )}
        <Written language={language}>
          <textarea
            rows={1}
            value={text}
            maxLength={TEXT_LIMITS.paragraph}
            readOnly={isReadOnly || !rights.mayWrite}
            aria-label={name}
            onChange={(event) => onWrite(event.currentTarget.value)}
            onKeyDown={(event) => {
              const act = isClosed ? undefined : actOfKeys(event, acts)
              if (act === undefined) return
              event.preventDefault()
              event.stopPropagation()
              review(act)
            }}
          />
        </Written>
      </div>
      {source && <GapWarning source={source.text} text={text} />}
      {!source && <PlainLanguage text={text} language={language} />}
      {source && value && <SourceChanges value={value} source={source} />}
      {props.children}
      {value && <ReviewFacts value={value} language={language} inPublic={inPublic} />}
      {!isClosed && <ReviewActions acts={acts} isBusy={isBusy} onAct={review} />}
      <OutcomeLine outcome={outcome} />
    </Stack>
  )
}

/** Gaps are filled by the code: a translation has those of its source, and no others. */
function GapWarning({ source, text }: { source: string; text: string }) {
  const { lost, foreign } = gapFaults(source, text)
  if (text.trim() === '' || lost.length + foreign.length === 0) return null
  return (
    <Stack gap={2} role="alert">
      {lost.length > 0 && (
        <Text size={1}>▲ Lost: {lost.join(', ')}. Write it where its words belong.</Text>
      )}
      {foreign.length > 0 && (
        <Text size={1}>▲ Not in the source: {foreign.join(', ')}. Nothing fills it.</Text>
      )}
    </Stack>
  )
}
