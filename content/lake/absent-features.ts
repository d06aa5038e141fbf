import type { LakeContext } from './lake-context.ts'
import { identify } from './rights.ts'

type Get = (path: string, answer: (request: Request) => Promise<Response>) => void

/**
 * Answers the Studio where it asks for what only the hosted service has, so that it hides it:
 * releases, comments, tasks, scheduled publishing, media libraries, announcements, trials, telemetry.
 * What it would do with them finds no address.
 */
export function addAbsentFeatures(get: Get, lake: LakeContext): void {
  const answers: Record<string, unknown> = {
    '/features': [],
    '/subscriptions/project/:project': {
      projectId: lake.project,
      plan: { id: 'self-hosted', name: 'self-hosted' },
      featureTypes: {},
    },
    '/journey/announcements': [],
    '/journey/trial': null,
    '/journey/:offer': null,
    '/intake/telemetry-status': { status: 'denied' },
    '/projects/:project/user-applications': [],
    '/schedules/:project/:dataset': { schedules: [] },
    '/media-libraries': { data: [] },
    '/access/requests/me': [],
    '/help': {},
  }
  for (const [path, body] of Object.entries(answers)) {
    get(path, async (request) => {
      await identify(lake, request, 'read')
      return Response.json(body)
    })
  }
  // Asked without a token: whether the lake is reached, and over which protocol.
  get('/ping', async () => Response.json({}))
  // A Studio that measures how long its writing takes asks this once, for the name of a machine.
  get('/data/ping/:dataset', async () => Response.json({}))
  get('/check/cors', async ({ headers }) => {
    const isOwn = [null, lake.origin].includes(headers.get('origin'))
    return Response.json({ result: { allowed: isOwn, withCredentials: isOwn } })
  })
}
