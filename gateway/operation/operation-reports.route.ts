import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, Router } from 'express'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { forbidden } from '../../subgraphs/shared/errors.js'
import type { Log } from '../../subgraphs/shared/log.js'
import type { Authenticator } from '../session/authenticate.js'
import type { Schemas } from '../supergraph/served-graph.js'
import { answeringJson, callerOf } from '../web/answer-json.js'
import { deprecationsWithUse, manifestOfAccount, partnersAfter } from './operation-reports.js'

export interface OperationReports {
  orm: MikroORM
  graph: Schemas
  authenticator: Authenticator
  log: Log
}

/**
 * What is registered, to be kept as files and checked before the schema changes: `GET /operations/manifest` is an account’s own
 * manifest, `GET /operations/deprecations` what of it should no longer be used. Operators see those of others too (`?account=ID`),
 * and by `GET /operations/partners?after=ID` who has any.
 */
export function operationReports({ orm, graph, authenticator, log }: OperationReports): Router {
  const routes = Router()
  const answering = answeringJson(log)
  const viewerOf = (request: Request) => callerOf(authenticator, request)
  const look = (viewer: ViewerClaims, account: string | undefined, what: string) => {
    if (viewer.role !== 'OPERATOR') throw forbidden('Only operators of the platform see the operations of others.')
    log.info({ accountId: viewer.accountId, account, what }, 'an operator looked at the operations of others')
  }
  routes.get(
    '/operations/manifest',
    answering(async (request) => {
      const viewer = await viewerOf(request)
      const { account = viewer.accountId } = request.query
      if (account !== viewer.accountId) look(viewer, String(account), 'manifest')
      return manifestOfAccount(orm.em.fork(), String(account))
    }),
  )
  routes.get(
    '/operations/partners',
    answering(async (request) => {
      look(await viewerOf(request), undefined, 'partners')
      return partnersAfter(orm.em.fork(), String(request.query.after ?? ''))
    }),
  )
  routes.get(
    '/operations/deprecations',
    answering(async (request) => {
      const viewer = await viewerOf(request)
      const isOperator = viewer.role === 'OPERATOR'
      if (isOperator) look(viewer, undefined, 'deprecations')
      const whose = isOperator ? {} : { accountId: viewer.accountId }
      return { deprecations: await deprecationsWithUse(orm.em.fork(), graph.schema, { ...whose, now: new Date() }) }
    }),
  )
  return routes
}
