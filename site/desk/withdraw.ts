import type { z } from 'zod'
import type { Member } from '#content/access/members.ts'
import type {
  DocumentVersion,
  restoreOrder,
  WrittenAnswer,
  withdrawOrder,
} from '#content/model/desk.ts'
import { loadStoredFacts } from '#content/queries/load-all-facts.ts'
import type { DeskRooms } from './context.ts'
import { findFact } from './find-fact.ts'
import { DeskMistake } from './problem.ts'
import { standbyOf } from './standby-of.ts'
import { isVerified, readFacts, type StoredFact, type StoredVersion } from './stored-fact.ts'
import { tellOwners } from './tell-owners.ts'
import { mayWithdraw, namesOf, notYours, type Viewer } from './viewer.ts'
import { type Change, writeFact } from './write-fact.ts'

/** What came of a withdrawal: who takes over, and which owners were written to. */
export type Withdrawal = {
  withdrawnAt: string
  standby: string | undefined
  told: Member[]
  untold: Member[]
}

const MOST_TRIES = 5

/** Takes a fact out of the public at once, draft and all, and tells its owners. One person is enough. */
export async function withdrawFact(
  rooms: DeskRooms,
  viewer: Viewer,
  { id, reason }: z.output<typeof withdrawOrder>,
): Promise<Withdrawal> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { fact, owner } = await findFact(rooms, id)
    if (!mayWithdraw(fact, viewer)) throw notYours()
    refuseWithdrawn(rooms, fact)
    const withdrawnAt = new Date(rooms.now()).toISOString()
    const withdrawal = { withdrawnAt, withdrawnBy: viewer.member.id, reason }
    // What one person said before the withdrawal is no half of what brings it back.
    const change: Change = (patch) => patch.set({ withdrawal }).unset(['pendingVerification'])
    const changes = versionsOf(fact).map(([, { document }]) => [document, change] as const)
    if (!(await writeFact(rooms.clientFor(viewer.member.id), changes))) continue
    const standby = standbyOf(
      fact,
      readFacts((await loadStoredFacts(rooms.client)).documents),
    )?.title
    const { title } = fact
    const letter = {
      id,
      title,
      organization: owner.id,
      reason,
      withdrawnBy: viewer.member,
      standby,
    }
    const { told, untold } = await tellOwners(rooms, letter)
    return { withdrawnAt, standby, told, untold }
  }
  throw new DeskMistake(
    409,
    'busy',
    'Somebody is writing this document right now. Try again at once.',
  )
}

/** Brings a fact back in the versions that two people have verified since it was withdrawn. */
export async function restoreFact(
  rooms: DeskRooms,
  viewer: Viewer,
  { id }: z.output<typeof restoreOrder>,
): Promise<WrittenAnswer> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { fact } = await findFact(rooms, id)
    if (!mayWithdraw(fact, viewer)) throw notYours()
    const withdrawn = versionsOf(fact).filter(([, { withdrawal }]) => withdrawal !== undefined)
    if (withdrawn.length === 0) {
      throw new DeskMistake(
        409,
        'not-withdrawn',
        'This is not withdrawn: there is nothing to undo.',
      )
    }
    const ready = withdrawn.filter(([, version]) => isVerifiedSince(version))
    if (ready.length === 0) {
      throw new DeskMistake(
        409,
        'not-verified-since',
        'Two people have to verify this anew first: one checks it, another confirms. Then it can come back.',
      )
    }
    const change: Change = (patch) => patch.unset(['withdrawal'])
    const changes = ready.map(([, { document }]) => [document, change] as const)
    if (await writeFact(rooms.clientFor(viewer.member.id), changes)) {
      return { written: ready.map(([version]) => version) }
    }
  }
  throw new DeskMistake(
    409,
    'busy',
    'Somebody is writing this document right now. Try again at once.',
  )
}

function refuseWithdrawn(rooms: DeskRooms, { versions: { published } }: StoredFact): void {
  if (published === undefined) {
    throw new DeskMistake(
      409,
      'not-public',
      'This was never published: nobody sees it. Throw the draft away instead.',
    )
  }
  const { withdrawal } = published
  if (withdrawal === undefined) return
  const who = namesOf(rooms)(withdrawal.withdrawnBy)
  throw new DeskMistake(
    409,
    'already-withdrawn',
    `${who} withdrew this at ${withdrawal.withdrawnAt}: ${withdrawal.reason}`,
  )
}

function versionsOf({ versions }: StoredFact): [DocumentVersion, StoredVersion][] {
  const { published, draft } = versions
  return [
    ...(published ? [['published', published] satisfies [DocumentVersion, StoredVersion]] : []),
    ...(draft ? [['draft', draft] satisfies [DocumentVersion, StoredVersion]] : []),
  ]
}

function isVerifiedSince(version: StoredVersion): boolean {
  const { verification, withdrawal } = version
  if (!isVerified(version) || verification?.confirmedAt === undefined) return false
  // Both people have looked at it since.
  const { confirmedAt, checkedAt = verification.verifiedOn } = verification
  const since = Date.parse(withdrawal?.withdrawnAt ?? '')
  return Date.parse(confirmedAt) > since && Date.parse(checkedAt) > since
}
