import type { Hono } from 'hono'
import { addAbsentFeatures } from './absent-features.ts'
import { answerAcl, answerDatasets, answerIndexing } from './dataset-endpoint.ts'
import { refuse } from './errors.ts'
import { answerKeyValues, putKeyValues } from './key-values-endpoint.ts'
import type { LakeContext } from './lake-context.ts'
import {
  answerProject,
  answerProjectGrants,
  answerProjects,
  answerRoles,
} from './project-endpoint.ts'
import { answerMe, answerUsers } from './users-endpoint.ts'

/** Addresses about people and the project; `version` is the part of the path that stands before them. */
export function addProjectRoutes(app: Hono, version: string, lake: LakeContext): void {
  const get = (path: string, answer: (request: Request, lake: LakeContext) => Promise<Response>) =>
    app.get(`${version}${path}`, ({ req }) => {
      const { project = lake.project, dataset = lake.dataset }: Record<string, string> = req.param()
      if (project !== lake.project) throw refuse(404, `There is no project "${project}"`)
      if (dataset !== lake.dataset) throw refuse(404, `There is no dataset "${dataset}"`)
      return answer(req.raw, lake)
    })

  get('/users/me', answerMe)
  app.get(`${version}/users/me/keyvalue/:keys`, ({ req }) =>
    answerKeyValues(req.raw, req.param('keys'), lake),
  )
  app.put(`${version}/users/me/keyvalue`, ({ req }) => putKeyValues(req.raw, lake))
  app.get(`${version}/users/:ids`, ({ req }) => answerUsers(req.raw, req.param('ids'), lake))

  get('/projects', answerProjects)
  get('/projects/:project', answerProject)
  get('/projects/:project/grants', answerProjectGrants)
  get('/projects/:project/roles', answerRoles)
  get('/datasets', answerDatasets)
  get('/projects/:project/datasets', answerDatasets)
  get('/projects/:project/datasets/:dataset/acl', answerAcl)
  get('/projects/:project/datasets/:dataset/settings/indexing', answerIndexing)

  addAbsentFeatures(get, lake)
}
