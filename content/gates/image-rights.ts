import type { z } from 'zod'

/** The rights of an image, each by the field that says it is there. */
const RIGHTS: Readonly<Record<string, string>> = {
  noRestraints: 'nobody in it is in restraints',
  noInjury: 'it shows no injury',
  notSexualised: 'nobody in it is sexualised',
  consentOnFile: 'everybody in it has consented, and the consent is on file',
}

/** What an image lacks, in words; undefined where a problem of shape is about something else. */
export function imageRightProblem({ path }: Pick<z.core.$ZodIssue, 'path'>): string | undefined {
  const right = RIGHTS[String(path.at(-1))]
  if (right === undefined) return undefined
  return `the picture lacks a right: nobody has said that ${right}. Tick it if that is so; otherwise choose another picture`
}
