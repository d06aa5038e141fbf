import { Button } from '@sanity/ui'
import type { MouseEventHandler } from 'react'
import { type IntentParameters, useIntentLink } from 'sanity/router'
import type { Target } from './step.ts'

const LOOK = 'Open'
const GO_ON = 'Go on'

/** The one button of a step: makes a document, opens the one there is, or leads to a page. */
export function TargetButton({
  target,
  text,
  isDone,
  isNext,
}: {
  target: Target
  text: string
  isDone: boolean
  isNext: boolean
}) {
  switch (target.to) {
    case 'address':
      return <Way href={target.href} text={isDone ? LOOK : target.label} isNext={isNext} />
    case 'edit':
      return (
        <IntentWay
          intent="edit"
          params={{ id: target.id, type: target.type }}
          text={isDone ? LOOK : `${GO_ON}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`}
          isNext={isNext}
        />
      )
    case 'create':
      return (
        <IntentWay
          intent="create"
          params={[{ type: target.type, template: target.template }, target.parameters ?? {}]}
          text={text}
          isNext={isNext}
        />
      )
  }
}

function IntentWay({
  intent,
  params,
  text,
  isNext,
}: {
  intent: string
  params: IntentParameters
  text: string
  isNext: boolean
}) {
  const { href, onClick } = useIntentLink({ intent, params })
  return <Way href={href} onClick={onClick} text={text} isNext={isNext} />
}

function Way({
  isNext,
  ...rest
}: {
  href: string
  onClick?: MouseEventHandler<HTMLElement>
  text: string
  isNext: boolean
}) {
  return (
    <Button
      {...rest}
      as="a"
      fontSize={1}
      padding={3}
      mode={isNext ? 'default' : 'ghost'}
      tone={isNext ? 'primary' : 'default'}
    />
  )
}
