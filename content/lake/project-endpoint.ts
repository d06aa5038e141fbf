import { unknownPerson } from './directory.ts'
import type { LakeContext } from './lake-context.ts'
import { type Grant, type Identity, identify } from './rights.ts'

/** `GET projects`: the one there is. */
export async function answerProjects(request: Request, lake: LakeContext): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  return Response.json([await projectFor(identity, lake)])
}

/** `GET projects/{id}`; `includeMembers=false` leaves the members out. */
export async function answerProject(request: Request, lake: LakeContext): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const { members, ...project } = await projectFor(identity, lake)
  const isWithMembers = new URL(request.url).searchParams.get('includeMembers') !== 'false'
  return Response.json(isWithMembers ? { ...project, members } : project)
}

/** `GET projects/{id}/roles`: the roles that members have. */
export async function answerRoles(request: Request, lake: LakeContext): Promise<Response> {
  const identity = await identify(lake, request, 'read')
  const members = await membersFor(identity, lake)
  const roles = new Map(members.flatMap((one) => one.roles).map((role) => [role.name, role]))
  return Response.json(
    [...roles.values()].map((role) => ({
      ...role,
      description: role.description ?? '',
      isCustom: false,
      appliesToUsers: true,
      appliesToRobots: true,
    })),
  )
}

/**
 * `GET projects/{id}/grants`: what the sender may do, by kind of thing. Members, deployments and
 * datasets are not looked after through this interface, so that nothing is granted on them and the
 * Studio offers none of it.
 */
export async function answerProjectGrants(request: Request, lake: LakeContext): Promise<Response> {
  const { grants } = await identify(lake, request, 'read')
  return Response.json({
    'sanity.project': [{ config: {}, grants: [{ name: 'read', params: {} }] }],
    'sanity.project.datasets': [{ config: {}, grants: [{ name: 'read', params: {} }] }],
    'sanity.document.filter': grants.map(toProjectGrant),
  })
}

/** When the first transaction was kept; of an empty lake: now. */
export function createdAt({ storage, now }: LakeContext): string {
  const [first] = storage.log.find({ fromSeq: 1, limit: 1, isLatestFirst: false })
  return first?.timestamp ?? now().toISOString()
}

async function projectFor(identity: Identity, lake: LakeContext) {
  const members = await membersFor(identity, lake)
  return {
    id: lake.project,
    displayName: lake.project,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: createdAt(lake),
    features: [],
    metadata: {},
    members: members.map(({ id, isRobot, roles }) => ({
      id,
      isRobot,
      isCurrentUser: id === identity.id,
      role: roles[0]?.name ?? '',
      roles,
    })),
  }
}

async function membersFor(identity: Identity, { directory }: LakeContext) {
  const { id: own } = identity
  const isAmongThem = identity.refusalOf('history') === undefined
  const members = isAmongThem ? await directory.members() : await directory.find([own])
  return members.some(({ id }) => id === own) ? members : [...members, unknownPerson(own)]
}

function toProjectGrant({ filter, permissions }: Grant) {
  return { config: { filter }, grants: permissions.map((name) => ({ name, params: {} })) }
}
