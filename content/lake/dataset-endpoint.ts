import type { LakeContext } from './lake-context.ts'
import { createdAt } from './project-endpoint.ts'
import { identify } from './rights.ts'

/** The kind of dataset that holds documents; others, as for comments, are add-ons of the hosted lake. */
const PROFILE = 'content'

/** `GET projects/{id}/datasets`: the one there is, or none where another kind is asked for. */
export async function answerDatasets(request: Request, lake: LakeContext): Promise<Response> {
  await identify(lake, request, 'read')
  const address = new URL(request.url).searchParams
  const isAsked = (address.get('datasetProfile') ?? PROFILE) === PROFILE && !address.has('addonFor')
  const dataset = {
    name: lake.dataset,
    aclMode: 'private',
    createdAt: createdAt(lake),
    createdByUserId: lake.project,
    addonFor: null,
    datasetProfile: PROFILE,
    features: [],
    tags: [],
  }
  return Response.json(isAsked ? [dataset] : [])
}

/** `GET projects/{id}/datasets/{dataset}/acl`: the sender's grants, which the Studio evaluates itself. */
export async function answerAcl(request: Request, lake: LakeContext): Promise<Response> {
  const { grants } = await identify(lake, request, 'read')
  return Response.json(grants)
}

/** `GET .../settings/indexing`: every path is searched, however deep it lies. */
export async function answerIndexing(request: Request, lake: LakeContext): Promise<Response> {
  await identify(lake, request, 'read')
  return Response.json({ partialIndexSettings: {} })
}
