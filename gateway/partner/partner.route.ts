import type { MikroORM } from '@mikro-orm/postgresql'
import { Router } from 'express'
import type { Log } from '../../subgraphs/shared/log.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { keyRoutes } from '../api-key/keys.route.js'
import { tokenRoutes } from '../api-key/token.route.js'
import type { OperationRegistry } from '../operation/operation-registry.js'
import type { Authenticator } from '../session/authenticate.js'
import type { Schemas } from '../supergraph/served-graph.js'
import { answeringJson, personOf } from '../web/answer-json.js'
import { clientRoutes } from './client/client.route.js'
import { partnerRequestRoutes } from './request/requests.route.js'
import type { Sandbox } from './sandbox/sandbox.js'
import { tryRoutes } from './sandbox/try.route.js'
import { shownLimits } from './shown-limits.js'
import { daysIn, useByDay } from './use-by-day.js'

export interface PartnerRoutes {
  orm: MikroORM
  authenticator: Authenticator
  signing: OwnedKey
  verifying: OwnedKey
  registry: OperationRegistry
  sandbox: Sandbox | undefined
  /** What callers may ask now. */
  graph: Pick<Schemas, 'schema'>
  /** What each release has changed of the API. */
  changes: object
  log: Log
}

/** What partners do for themselves: keys and tokens, asking for an account, and seeing how their operations are used. */
export function partnerRoutes({
  orm,
  authenticator,
  signing,
  verifying,
  registry,
  sandbox,
  graph,
  changes,
  log,
}: PartnerRoutes): Router {
  const routes = Router()
  const forget = () => {
    authenticator.forget()
    sandbox?.forget()
  }
  routes.use(keyRoutes({ orm, authenticator, hasSandbox: sandbox !== undefined, forget, log }))
  routes.use(tokenRoutes({ orm, signing, verifying, log }))
  routes.use(partnerRequestRoutes({ orm, authenticator, signing, log }))
  routes.use(tryRoutes({ sandbox, registry, authenticator, log }))
  routes.use(clientRoutes({ graph, registry, authenticator, log }))
  routes.get(
    '/limits',
    answeringJson(log)(async () => shownLimits),
  )
  routes.get(
    '/api-changes.json',
    answeringJson(log)(async () => changes),
  )
  routes.get(
    '/operation-use',
    answeringJson(log)(async (request) => {
      const { accountId } = await personOf(authenticator, request)
      return { use: await useByDay(orm.em.fork(), accountId, daysIn(request.query.days), new Date()) }
    }),
  )
  return routes
}
