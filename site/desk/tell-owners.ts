import type { Member } from '#content/access/members.ts'
import { loadStaffWords } from '../accounts/words.ts'
import type { DeskRooms } from './context.ts'

/** What the owners of a fact are told. */
export type Withdrawn = {
  id: string
  title: string
  organization: string
  reason: string
  withdrawnBy: Member
  standby: string | undefined
}

/** A mail server that takes longer is not waited for: who withdraws has to know whom to call. */
const LONGEST_MS = 8_000
const LETTERS_AT_ONCE = 5

/** Who has to hear of a withdrawal: those with a role for the organisation itself, and administrators of the house. */
export function ownersToTell(
  { accounts }: Pick<DeskRooms, 'accounts'>,
  organization: string,
  withdrawnBy: Pick<Member, 'id'>,
): Member[] {
  const { members } = accounts
  const staff = members
    .list()
    .filter(({ id }) =>
      members
        .bindingsOf(id)
        .some(
          ({ organizations }) => organizations !== 'all' && organizations.includes(organization),
        ),
    )
  const all = new Map([...staff, ...members.administrators()].map((member) => [member.id, member]))
  all.delete(withdrawnBy.id)
  return [...all.values()]
}

/** Writes to the owners. Those who could not be written to, or not soon enough, are named as untold. */
export async function tellOwners(
  rooms: Pick<DeskRooms, 'accounts' | 'sendMail' | 'services' | 'log'>,
  withdrawn: Withdrawn,
): Promise<{ told: Member[]; untold: Member[] }> {
  const { sendMail, services, log } = rooms
  const owners = ownersToTell(rooms, withdrawn.organization, withdrawn.withdrawnBy)
  if (sendMail === undefined) return { told: [], untold: owners }
  const { say } = (await loadStaffWords())(null)
  const { title, reason, withdrawnBy, standby } = withdrawn
  const gaps = {
    title,
    reason,
    name: withdrawnBy.name,
    url: `${services.origin}/withdraw/${withdrawn.id}`,
    standby: standby ?? say('withdraw.nobody'),
  }
  const letter = {
    subject: say('withdraw.mail-subject', { title }),
    text: say('withdraw.mail-text', gaps),
  }
  const told = new Set<Member>()
  const waiting = [...owners]
  const post = async () => {
    for (let owner = waiting.shift(); owner !== undefined; owner = waiting.shift()) {
      try {
        await sendMail({ to: owner.email, ...letter })
        told.add(owner)
      } catch (err) {
        log.warn({ err: plain(err) }, 'A letter about a withdrawal could not be sent')
      }
    }
  }
  await within(LONGEST_MS, Promise.all(Array.from({ length: LETTERS_AT_ONCE }, post)))
  return { told: [...told], untold: owners.filter((owner) => !told.has(owner)) }
}

/** Mail servers repeat the address in their errors, and no address stands in a log. */
function plain(error: unknown): { code: string } {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  return { code: isCoded ? String(error.code) : 'unknown' }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const limit = Promise.withResolvers<void>()
  const timer = setTimeout(limit.resolve, ms)
  await Promise.race([work, limit.promise])
  clearTimeout(timer)
}
