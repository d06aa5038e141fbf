import { useEffect, useRef, useState } from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  useDocumentOperationEvent,
  useSyncState,
  useTranslation,
  useValidationStatus,
} from 'sanity'
import type { DeskRefusal } from '#content/model/desk.ts'
import { ActionDialog } from '../desk/action-dialog.tsx'
import { askRefusals } from './ask-refusals.ts'
import { lakeRefusals } from './lake-refusals.ts'
import { markerRefusals } from './marker-refusals.ts'
import { RefusalsContent } from './refusals-content.tsx'

const ASKING = 'Checking …'
const IN_THE_WAY =
  'Something is missing before this can be published. Press to see what, and to go there.'
// As the Studio has it where nothing is in the way.
const SHORTCUT = 'Ctrl+Alt+P'
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
  { id, type, draft }: DocumentActionProps,
  usual: DocumentActionDescription | null,
): DocumentActionDescription | null {
  const [stage, setStage] = useState<Stage>({ name: 'idle' })
  const { isSyncing } = useSyncState(id, type)
  const { known, isOfNow } = useOwnRefusals({ id, type, draft }, usual)
  // What is asked goes on with what is known when the answer comes.
  const now = useRef({ publish: usual?.onHandle, known })
  now.current = { publish: usual?.onHandle, known }
  useEffect(() => {
    if (stage.name !== 'asking' || isSyncing || !isOfNow) return
    const asking = new AbortController()
    const goOn = () => {
      const { publish, known: left } = now.current
      if (left.length > 0) return setStage({ name: 'refused', refusals: left })
      setStage({ name: 'idle' })
      publish?.()
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
  }, [stage, isSyncing, isOfNow, id])
  useLakeRefusals(id, type, (refusals) => setStage({ name: 'refused', refusals }))
  if (usual === null) return null
  const close = () => setStage({ name: 'idle' })
  return {
    ...usual,
    ...(known.length > 0 && { title: IN_THE_WAY, disabled: false, shortcut: SHORTCUT }),
    ...(stage.name === 'asking' && { label: ASKING, disabled: true }),
    onHandle: () => setStage({ name: 'asking' }),
    dialog: stage.name === 'refused' && {
      type: 'dialog',
      header: headline(stage.refusals.length),
      width: 'medium',
      onClose: close,
      content: (
        <ActionDialog onClose={close}>
          <RefusalsContent id={id} type={type} refusals={stage.refusals} onFollow={close} />
        </ActionDialog>
      ),
    },
  }
}

/** What the Studio itself would grey the button for: it stays awake instead, and says it. */
function useOwnRefusals(
  { id, type, draft }: Pick<DocumentActionProps, 'id' | 'type' | 'draft'>,
  usual: DocumentActionDescription | null,
): { known: DeskRefusal[]; isOfNow: boolean } {
  const { t } = useTranslation('structure')
  const { validation, revision, isValidating } = useValidationStatus(draft?._id ?? id, type, true)
  // It may be greyed for something else: no right to publish, or nothing to.
  const isTheReason =
    usual?.disabled && usual.title === t('action.publish.validation-issues.tooltip')
  return {
    known: isTheReason ? markerRefusals(validation, { id, type }) : [],
    isOfNow: !isValidating && (draft === null || revision === draft._rev),
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
    const refusals = lakeRefusals(event.error, { id, type })
    if (refusals.length > 0) tell(refusals)
  })
}

function headline(count: number): string {
  return count === 1 ? 'One thing first' : `${count} things first`
}
