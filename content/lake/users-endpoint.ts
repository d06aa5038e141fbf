import { type Directory, type Person, unknownPerson } from './directory.ts'
import { refuse } from './errors.ts'
import type { LakeContext } from './lake-context.ts'
import { LIMITS } from './limits.ts'
import { identifyPerson } from './rights.ts'

/** `GET users/me`: the sender, in the shape of a current user. */
export async function answerMe(request: Request, lake: LakeContext): Promise<Response> {
  const { id } = await identifyPerson(lake, request)
  const { displayName, email, imageUrl, roles } = await personOf(id, lake.directory)
  return Response.json({
    id,
    name: displayName,
    email: email ?? '',
    profileImage: imageUrl ?? null,
    provider: lake.project,
    role: roles[0]?.name ?? '',
    roles,
  })
}

/**
 * `GET users/{ids}`: one person, or a list where several ids are asked for. Without e-mail
 * addresses: colleagues need names only.
 */
export async function answerUsers(
  request: Request,
  asked: string,
  lake: LakeContext,
): Promise<Response> {
  const identity = await identifyPerson(lake, request)
  const own = identity.id
  const ids = [...new Set(asked.split(',').map((id) => (id === 'me' ? own : id)))]
  if (ids.length > LIMITS.usersPerRequest) {
    throw refuse(400, `At most ${LIMITS.usersPerRequest} users can be asked for at once`)
  }
  // Who else works here is for those who may read what they did.
  const asksOthers = identity.refusalOf('history') === undefined
  const found = await lake.directory.find(asksOthers ? ids : ids.filter((id) => id === own))
  const known = ids.includes(own) && !found.some(({ id }) => id === own)
  const people = (known ? [...found, unknownPerson(own)] : found).map((person) =>
    toUser(person, own, lake),
  )
  if (ids.length > 1) return Response.json(people)
  const [only] = people
  if (!only) throw refuse(404, 'There is no such user')
  return Response.json(only)
}

/** The person with this id; where the directory knows none, one with an id only. */
export async function personOf(id: string, directory: Directory): Promise<Person> {
  const [person] = await directory.find([id])
  return person ?? unknownPerson(id)
}

function toUser({ id, displayName, imageUrl, isRobot }: Person, own: string, lake: LakeContext) {
  return {
    id,
    projectId: lake.project,
    displayName,
    familyName: null,
    givenName: null,
    middleName: null,
    imageUrl: imageUrl ?? null,
    isCurrentUser: id === own,
    isRobot,
  }
}
