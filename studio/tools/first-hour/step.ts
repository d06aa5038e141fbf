/** Where a step leads. */
export type Target =
  | { to: 'create'; type: string; template: string; parameters?: Record<string, string> }
  | { to: 'edit'; type: string; id: string }
  /** A page of ours outside the Studio, or a tool. */
  | { to: 'address'; href: string; label: string }

export type StepName =
  | 'organization'
  | 'place'
  | 'helpline'
  | 'verify'
  | 'message'
  | 'translate'
  | 'approve'
  | 'campaign'
  | 'publish'
  | 'see'
  | 'change'
  | 'withdraw'

/** A step of the first hour, as the lake has it now. */
export type Step = {
  name: StepName
  state: 'done' | 'to-do' | 'waiting'
  /** What is still missing, or for whom it waits. */
  note?: string
  /** What the button does; absent while an earlier step has to be done first. */
  target?: Target
  /** Further places to look at. */
  links: { href: string; label: string }[]
}
