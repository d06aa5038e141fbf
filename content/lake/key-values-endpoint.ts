import { z } from 'zod'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { readJson } from './request-body.ts'
import { identifyPerson } from './rights.ts'

// Commas separate keys in addresses.
const key = z
  .string()
  .min(1)
  .max(LIMITS.keyLength)
  .regex(/^[^,]+$/)
const keys = z.array(key).max(LIMITS.keysPerRequest)
const pairs = z
  .array(z.strictObject({ key, value: z.unknown() }))
  .min(1)
  .max(LIMITS.keysPerRequest)

/** `GET users/me/keyvalue/{keys}`: what is remembered under these keys; those unknown are left out. */
export async function answerKeyValues(
  request: Request,
  asked: string,
  lake: LakeContext,
): Promise<Response> {
  const { id } = await identifyPerson(lake, request)
  const parsed = keys.safeParse(asked.split(','))
  if (!parsed.success) throw refuse(400, z.prettifyError(parsed.error))
  return Response.json(lake.storage.keyValues.find(id, parsed.data))
}

/** `PUT users/me/keyvalue` with `[{key, value}]`: remembers them for the sender and gives them back. */
export async function putKeyValues(request: Request, lake: LakeContext): Promise<Response> {
  const { id } = await identifyPerson(lake, request)
  const parsed = pairs.safeParse(await readJson(request, LIMITS.keyValueBytes))
  if (!parsed.success) throw refuse(400, z.prettifyError(parsed.error))
  const kept = parsed.data.map(({ key, value = null }) => ({ key, value }))
  if (!lake.storage.keyValues.put(id, kept, LIMITS.keyValues)) {
    throw refuse(413, `At most ${LIMITS.keyValues} keys are kept for one person`)
  }
  return Response.json(kept)
}
