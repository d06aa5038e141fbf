import type { z } from 'zod'
import { Mistake } from '#content/model/errors.ts'
import { factsHash } from '#content/model/verified-facts.ts'
import { type Report, readEach } from './read-result.ts'
import {
  type StoredHelpline,
  type StoredService,
  storedHelpline,
  storedService,
} from './stored-help.ts'

/** Helplines that may be shown: in shape, and as two people verified them. The others are reported. */
export function readHelplines(answers: readonly unknown[], report: Report): StoredHelpline[] {
  return readEach(storedHelpline, answers, report).flatMap((found) => {
    const { isVerifiedByTwo: _is, verifiedHash: _hash, ...facts } = found
    return isShown(found, report) ? [facts] : []
  })
}

/** Services that may be shown, like helplines. */
export function readServices(answers: readonly unknown[], report: Report): StoredService[] {
  return readEach(storedService, answers, report).flatMap((found) => {
    const { isVerifiedByTwo: _is, verifiedHash: _hash, ...facts } = found
    return isShown(found, report) ? [facts] : []
  })
}

type Found = z.infer<typeof storedHelpline> | z.infer<typeof storedService>

/** One that is withdrawn stays: it says who takes over, and nothing else. */
function isShown(found: Found, report: Report): boolean {
  const { id, withdrawn, isVerifiedByTwo, verifiedHash } = found
  if (withdrawn) return true
  const isChanged = verifiedHash !== undefined && verifiedHash !== hashOf(found)
  if (isVerifiedByTwo && !isChanged) return true
  const reason = isVerifiedByTwo
    ? 'its facts changed since two people verified them'
    : 'two people have not verified it'
  report(
    new Mistake(
      'unverified-help',
      `${id} cannot be shown: ${reason}. Verify it in the Studio, let a colleague confirm, and publish again.`,
    ),
  )
  return false
}

// Keys of list items make no difference to the fingerprint, and no query asks for them.
function hashOf({ numbers, languages, ...facts }: Found): string | undefined {
  return factsHash({
    ...facts,
    numbers: numbers.map((number) => ({ _key: '', ...number })),
    languages: languages.map((language) => ({ _key: '', ...language })),
  })
}
