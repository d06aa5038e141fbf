import type { z } from 'zod'
import type {
  confirmOrder,
  DocumentVersion,
  verifyOrder,
  WrittenAnswer,
} from '#content/model/desk.ts'
import type { PendingVerification, Verification } from '#content/model/verification.ts'
import type { DeskRooms } from './context.ts'
import { type FoundFact, findFact } from './find-fact.ts'
import { DeskMistake } from './problem.ts'
import {
  isVerified,
  pendingOf,
  type StoredFact,
  type StoredVersion,
  statesTheSame,
} from './stored-fact.ts'
import { namesOf, notYours, rightsTo, type Viewer } from './viewer.ts'
import { changedSince } from './what-changed.ts'
import { type Change, writeFact } from './write-fact.ts'

const MOST_TRIES = 5

/** The first of two people stands for the facts of a version, and of the other one where that states the same. */
export const verifyFact = untilWritten<z.output<typeof verifyOrder>>(tryToVerify)

/** A second person confirms what the first has checked: from now on both stand for it. */
export const confirmFact = untilWritten<z.output<typeof confirmOrder>>(tryToConfirm)

async function tryToVerify(
  rooms: DeskRooms,
  viewer: Viewer,
  order: z.output<typeof verifyOrder>,
): Promise<WrittenAnswer | undefined> {
  const { id, version, method, sourceUrl, languages } = order
  const known = await findFact(rooms, id)
  const stored = versionOf(known, version, viewer)
  const rights = rightsTo(stored.document, viewer, known.partnersOf)
  if (!rights.verifies) throw notYours()
  const waiting = pendingOf(known.fact, version)
  if (waiting && waiting.verifiedBy !== viewer.member.id && waiting.factsHash === stored.hash) {
    const who = namesOf(rooms)(waiting.verifiedBy)
    throw mistake(
      'already-checked',
      `${who} checked these facts on ${waiting.verifiedOn}. Confirm that instead: you are the second.`,
    )
  }
  await refuseStale(rooms, viewer, known, { stored, rev: order.rev })
  const { hash } = stored
  if (hash === undefined) {
    throw mistake('incomplete', 'A fact is still missing or cannot be read. Complete it first.')
  }
  const checkedAt = new Date(rooms.now()).toISOString()
  const pending: PendingVerification = {
    verifiedOn: checkedAt.slice(0, 10),
    checkedAt,
    verifiedBy: viewer.member.id,
    method,
    ...(sourceUrl !== undefined && { sourceUrl }),
    languages: [...new Set(languages)].filter((tag) =>
      stored.languages.some((spoken) => spoken.tag === tag),
    ),
    factsHash: hash,
  }
  const change: Change = (patch) => patch.set({ pendingVerification: pending })
  return write(rooms, viewer, known, { version, needs: 'verifies', changeOf: () => change })
}

async function tryToConfirm(
  rooms: DeskRooms,
  viewer: Viewer,
  order: z.output<typeof confirmOrder>,
): Promise<WrittenAnswer | undefined> {
  const { id, version, method, sourceUrl } = order
  const known = await findFact(rooms, id)
  const stored = versionOf(known, version, viewer)
  if (!rightsTo(stored.document, viewer, known.partnersOf).confirms) throw notYours()
  const first = pendingOf(known.fact, version)
  if (first === undefined) throw nothingToConfirm(rooms, viewer, known, stored)
  if (first.verifiedBy === viewer.member.id) {
    throw new DeskMistake(
      403,
      'same-person',
      'You have checked it yourself. Ask a second person to confirm it.',
    )
  }
  if (first.factsHash !== stored.hash) {
    throw mistake(
      'outdated',
      `The facts were changed after they were checked on ${first.verifiedOn}. Verify them anew.`,
    )
  }
  await refuseStale(rooms, viewer, known, { stored, rev: order.rev })
  const held: Verification = {
    verifiedOn: first.verifiedOn,
    verifiedBy: first.verifiedBy,
    method: first.method,
    ...(first.sourceUrl !== undefined && { sourceUrl: first.sourceUrl }),
    ...(first.checkedAt !== undefined && { checkedAt: first.checkedAt }),
    secondPerson: viewer.member.id,
    secondMethod: method,
    ...(sourceUrl !== undefined && { secondSourceUrl: sourceUrl }),
    confirmedAt: new Date(rooms.now()).toISOString(),
    factsHash: first.factsHash,
  }
  return write(rooms, viewer, known, {
    version,
    needs: 'confirms',
    changeOf: ({ languages }) => {
      const heard = languages.filter(({ tag }) => first.languages.includes(tag))
      const days = heard.map(({ _key }) => [
        `languages[_key==${JSON.stringify(_key)}].verifiedOn`,
        first.verifiedOn,
      ])
      const set = { verification: held, ...Object.fromEntries(days) }
      return (patch) => patch.set(set).unset(['pendingVerification'])
    },
  })
}

function versionOf({ fact, partnersOf }: FoundFact, version: DocumentVersion, viewer: Viewer) {
  const stored = fact.versions[version]
  const rights = stored && rightsTo(stored.document, viewer, partnersOf)
  if (stored === undefined || !(rights?.sees || rights?.confirms)) {
    throw new DeskMistake(404, 'no-fact', 'This version is not there any more. Open the list anew.')
  }
  return stored
}

function nothingToConfirm(
  rooms: DeskRooms,
  viewer: Viewer,
  { partnersOf }: FoundFact,
  stored: StoredVersion,
): DeskMistake {
  const { verification, document } = stored
  if (!isVerified(stored) || verification?.secondPerson === undefined) {
    return mistake('nothing-to-confirm', 'Nobody has checked these facts yet. Verify them first.')
  }
  const { seesNames } = rightsTo(document, viewer, partnersOf)
  const who = seesNames ? namesOf(rooms)(verification.secondPerson) : 'Somebody'
  const when = verification.confirmedAt ?? verification.verifiedOn
  return mistake('already-confirmed', `${who} has confirmed these facts already, at ${when}.`)
}

async function refuseStale(
  rooms: DeskRooms,
  viewer: Viewer,
  { partnersOf }: FoundFact,
  { stored, rev }: { stored: StoredVersion; rev: string },
): Promise<void> {
  const { document } = stored
  if (document._rev === rev) return
  const { seesNames } = rightsTo(document, viewer, partnersOf)
  const nameOf = seesNames ? namesOf(rooms) : () => 'Somebody'
  throw await changedSince(rooms.client, document, rev, nameOf)
}

/** Writes a version, and the other one where both state the same and it is theirs to write too. */
async function write(
  rooms: DeskRooms,
  viewer: Viewer,
  { fact, partnersOf }: FoundFact,
  order: {
    version: DocumentVersion
    needs: 'verifies' | 'confirms'
    changeOf: (stored: StoredVersion) => Change
  },
): Promise<WrittenAnswer | undefined> {
  const written = versionsLike(fact, order.version).filter((version) => {
    const stored = fact.versions[version]
    return (
      version === order.version ||
      (stored && rightsTo(stored.document, viewer, partnersOf)[order.needs])
    )
  })
  const changes = written.flatMap((version) => {
    const stored = fact.versions[version]
    return stored ? [[stored.document, order.changeOf(stored)] as const] : []
  })
  const isWritten = await writeFact(rooms.clientFor(viewer.member.id), changes)
  return isWritten ? { written } : undefined
}

/** Looks again where something was written meanwhile: it either tells what stands in the way, or nothing does. */
function untilWritten<Order>(
  attempt: (rooms: DeskRooms, viewer: Viewer, order: Order) => Promise<WrittenAnswer | undefined>,
) {
  return async (rooms: DeskRooms, viewer: Viewer, order: Order): Promise<WrittenAnswer> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await attempt(rooms, viewer, order)
      if (answer) return answer
    }
    throw mistake('busy', 'Somebody is writing this document right now. Try again in a moment.')
  }
}

function versionsLike(fact: StoredFact, version: DocumentVersion): DocumentVersion[] {
  return statesTheSame(fact) ? ['published', 'draft'] : [version]
}

function mistake(code: string, message: string): DeskMistake {
  return new DeskMistake(409, code, message)
}
