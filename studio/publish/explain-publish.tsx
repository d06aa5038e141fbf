import { useEffect, useRef, useState } from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  useDocumentOperationEvent,
  useSyncState,
} from 'sanity'
import type { DeskRefusal } from '#content/model/desk.ts'
import { askRefusals } from './ask-refusals.ts'
import { lakeRefusals } from './lake-refusals.ts'
import { RefusalsContent } from './refusals-content.tsx'

const ASKING = 'Checking …'
const explained = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

type Stage =
  | { name: 'idle' }
  /** Until everything typed has been sent, and then until the desk has answered. */
  | { name: 'asking' }
  | { name: 'refused'; refusals: DeskRefusal[] }

/**
 * The Studio's publishing that asks first what stands in the way, and says it thing by thing. Where the desk cannot be
 * asked, it publishes, and says the same of the lake's refusal.
 */
export function explainPublish(usual: DocumentActionComponent): DocumentActionComponent {
  const known = explained.get(usual)
  if (known !== undefined) return known
  // An action is a hook in itself: it is one function for as long as the Studio runs.
  const action: DocumentActionComponent = (props) => useExplained(props, usual(props))
  const whole = Object.assign(action, {
    action: 'publish',
    displayName: 'ExplainedPublish',
  } as const)
  explained.set(usual, whole)
  return whole
}

function useExplained(
  { id, type }: DocumentActionProps,
  usual: DocumentActionDescription | null,
): DocumentActionDescription | null {
  const [stage, setStage] = useState<Stage>({ name: 'idle' })
  const { isSyncing } = useSyncState(id, type)
  const publish = useRef(usual?.onHandle)
  publish.current = usual?.onHandle
  useEffect(() => {
    if (stage.name !== 'asking' || isSyncing) return
    const asking = new AbortController()
    const goOn = () => {
      setStage({ name: 'idle' })
      publish.current?.()
    }
    askRefusals(id, asking.signal).then(
      (refusals) => {
        if (asking.signal.aborted) return
        if (refusals.length > 0) setStage({ name: 'refused', refusals })
        else goOn()
      },
      // Publishing goes on: the lake asks the same gates.
      () => asking.signal.aborted || goOn(),
    )
    return () => asking.abort()
  }, [stage, isSyncing, id])
  useLakeRefusals(id, type, (refusals) => setStage({ name: 'refused', refusals }))
  if (usual === null) return null
  const close = () => setStage({ name: 'idle' })
  return {
    ...usual,
    ...(stage.name === 'asking' && { label: ASKING, disabled: true }),
    onHandle: () => setStage({ name: 'asking' }),
    dialog: stage.name === 'refused' && {
      type: 'dialog',
      header: headline(stage.refusals.length),
      width: 'medium',
      onClose: close,
      content: <RefusalsContent id={id} type={type} refusals={stage.refusals} onFollow={close} />,
    },
  }
}

/** Tells of a publication that the lake itself has refused. */
function useLakeRefusals(id: string, type: string, tell: (refusals: DeskRefusal[]) => void): void {
  const event = useDocumentOperationEvent(id, type)
  const seen = useRef(event)
  useEffect(() => {
    if (event === undefined || event === seen.current) return
    seen.current = event
    if (event.type !== 'error' || event.op !== 'publish') return
    const refusals = lakeRefusals(event.error, id)
    if (refusals.length > 0) tell(refusals)
  })
}

function headline(count: number): string {
  return count === 1 ? 'One thing first' : `${count} things first`
}
