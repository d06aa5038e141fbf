import { useMemo } from 'react'
import { getPublishedId, useEditState } from 'sanity'
import { guideText } from '#content/model/guide-text.ts'
import { type BegunGuide, guideState, readGuide } from './guide-review.ts'
import type { TextState } from './text-state.ts'
import { type SourceGuide, useSourceGuide } from './use-source-guide.ts'

/** A guide as it is worked on, its source where it has one, and where it stands. */
export type GuideView = {
  guide: BegunGuide | undefined
  source: SourceGuide | undefined
  sourceText: string | undefined
  state: TextState
}

/** Follows the draft of a guide, or what is published where there is none. */
export function useGuide(id: string): GuideView {
  const { draft, published } = useEditState(getPublishedId(id), 'guide')
  const document = draft ?? published
  const guide = useMemo(() => readGuide(document), [document])
  const source = useSourceGuide(guide)
  const sourceText = source && guideText(source.guide)
  return { guide, source, sourceText, state: guide ? guideState(guide, sourceText) : 'missing' }
}
