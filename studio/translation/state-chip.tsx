import { Badge } from '@sanity/ui'
import { TEXT_STATES, type TextState } from './text-state.ts'

/** Where a text stands: words, a shape and a colour. */
export function StateChip({ state }: { state: TextState }) {
  const { words, shape, tone } = TEXT_STATES[state]
  return (
    <Badge tone={tone} fontSize={1} data-state={state}>
      <span aria-hidden="true">{shape} </span>
      {words}
    </Badge>
  )
}
