import { idInLayer, publishedIdOf } from './document.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import {
  type PresenceEvent,
  type PresenceRequest,
  type PresenceState,
  presenceEnvelope,
  presenceRequest,
  RPC_ERROR,
} from './presence-message.ts'
import { type Identity, SEES_EVERYTHING } from './rights.ts'
import type { Guest, Visit } from './socket-guest.ts'

/** Tells those who have the Studio open who else is where. Nothing of it is kept. */
export interface Presence {
  enter(guest: Guest): Visit
}

/** Says that the connection lives; the Studio asks for nothing more than that something comes. */
const HEARTBEAT = '♥'

type Outcome = { result: unknown } | { error: { code: number; message: string } }

/** Somebody present. */
interface Member {
  guest: Guest
  subscriptions: Set<string>
}

/** Opens a room in which nobody is yet. */
export function createPresence(lake: LakeContext): Presence {
  const members = new Set<Member>()
  /** Who speaks for a session: nobody else may. */
  const sessions = new Map<string, { member: Member; i: string }>()

  const tellOthers = (from: Member, event: PresenceEvent) => {
    for (const member of members) {
      const identity = member.guest.identity()
      // Who works on what is for those who may read histories.
      if (member === from || !identity || identity.refusalOf('history')) continue
      const result = asSeenBy(identity, event, lake)
      for (const subscription of member.subscriptions) {
        const params = { subscription, result }
        void member.guest.send(rpc({ method: 'presence_subscription', params }))
      }
    }
  }

  const end = (member: Member, session: string) => {
    const held = sessions.get(session)
    if (held?.member !== member) return
    sessions.delete(session)
    tellOthers(member, { type: 'disconnect', i: held.i, m: { session } })
  }

  /** Lets a member speak for a session, unless somebody else does. */
  const claim = (member: Member, session: string, i: string): boolean => {
    const held = sessions.get(session)
    // The same person may have come back over a new socket before the old one is known to be dead.
    if (held && held.i !== i) return false
    const own = [...sessions.values()].filter((other) => other.member === member).length
    if (held?.member !== member && own >= LIMITS.presencePerSocket) return false
    sessions.set(session, { member, i })
    return true
  }

  const act = (member: Member, asked: PresenceRequest, identity: Identity): Outcome => {
    switch (asked.method) {
      case 'authorization':
        return { result: 'ok' }
      case 'presence_subscribe': {
        if (member.subscriptions.size >= LIMITS.presencePerSocket) return invalid('Too many')
        const subscription = lake.randomId()
        member.subscriptions.add(subscription)
        return { result: subscription }
      }
      case 'presence_unsubscribe':
        return { result: member.subscriptions.delete(asked.params.subscriptionId) }
      case 'presence_announce': {
        const { data } = asked.params
        if (!claim(member, data.sessionId, identity.id)) return invalid('Not your session')
        tellOthers(member, { type: 'state', i: identity.id, m: data })
        return { result: 'ok' }
      }
      case 'presence_rollcall':
        tellOthers(member, { type: 'rollCall', i: identity.id, session: asked.params.session })
        return { result: 'ok' }
      case 'presence_disconnect':
        end(member, asked.params.session)
        return { result: 'ok' }
    }
  }

  const answer = async (member: Member, method: string, message: unknown): Promise<Outcome> => {
    const asked = presenceRequest.safeParse(message)
    if (!asked.success) {
      const isUnknown = !METHODS.has(method)
      return isUnknown
        ? error(RPC_ERROR.unknownMethod, 'Unknown method')
        : invalid('Invalid params')
    }
    if (asked.data.method === 'authorization') {
      await member.guest.signIn(asked.data.params.authorization)
    }
    const identity = member.guest.identity()
    if (!identity || identity.isUnknown) return error(RPC_ERROR.unauthorized, 'Unauthorized')
    return act(member, asked.data, identity)
  }

  return {
    enter(guest) {
      const member: Member = { guest, subscriptions: new Set() }
      members.add(member)
      return {
        async hear(text) {
          const message = parse(text)
          const envelope = presenceEnvelope.safeParse(message)
          if (!envelope.success) {
            void guest.send(rpc({ id: null, ...error(RPC_ERROR.unparsable, 'Not understood') }))
            return
          }
          const { id, method } = envelope.data
          const outcome = await answer(member, method, message)
          void guest.send(rpc({ id, ...outcome }))
        },
        round() {
          if (guest.identity()) void guest.send(HEARTBEAT)
        },
        left() {
          members.delete(member)
          for (const session of [...sessions.keys()]) end(member, session)
        },
      }
    },
  }
}

const METHODS = new Set<string>(presenceRequest.options.map(({ shape }) => shape.method.value))

/** Where somebody is in documents that the other one may not see is not told. */
function asSeenBy(identity: Identity, event: PresenceEvent, lake: LakeContext): PresenceEvent {
  if (event.type !== 'state') return event
  const locations: PresenceState['locations'] = event.m.locations.filter(({ documentId }) =>
    maySee(identity, documentId, lake),
  )
  return { ...event, m: { ...event.m, locations } }
}

function maySee({ audience }: Identity, documentId: string, { sights }: LakeContext): boolean {
  const { store } = sights.of(SEES_EVERYTHING)
  const publishedId = publishedIdOf(documentId)
  const ids = new Set([documentId, publishedId, idInLayer(publishedId, 'drafts')])
  const documents = [...ids].flatMap((id) => store.get(id) ?? [])
  // One that was never saved is nothing yet.
  return documents.length === 0 || documents.some((document) => audience.see(document))
}

function invalid(message: string): Outcome {
  return error(RPC_ERROR.invalid, message)
}

function error(code: number, message: string): Outcome {
  return { error: { code, message } }
}

function rpc(message: Record<string, unknown>): string {
  return JSON.stringify({ jsonrpc: '2.0', ...message })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
