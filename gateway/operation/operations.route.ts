import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, type Response, Router } from 'express'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { readJson } from '../../subgraphs/shared/http/read-json.js'
import { readText } from '../../subgraphs/shared/http/read-text.js'
import { sendError, sendJson } from '../../subgraphs/shared/http/send.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { requireScope } from '../api-key/key-scope.js'
import { graphLimits } from '../graph/limits.js'
import type { RequestCounter } from '../limits/count-requests.js'
import type { Authenticator } from '../session/authenticate.js'
import type { Schemas } from '../supergraph/served-graph.js'
import { callerOf } from '../web/answer-json.js'
import type { RegisteredOperations } from './broken-registered.js'
import { listOperations } from './list-operations.js'
import { readManifest } from './manifest.js'
import type { OperationRegistry } from './operation-registry.js'
import { endOperation, registerOperations } from './register-operations.js'

export interface OperationRoutes {
  orm: MikroORM
  registry: OperationRegistry
  registered: RegisteredOperations
  graph: Schemas
  authenticator: Authenticator
  /** Counts what callers ask for. */
  counter: RequestCounter
  log: Log
}

/**
 * Where an account registers, lists and withdraws the operations that its programs run: `POST /operations` takes a manifest
 * (`?dryRun=true` only tells what each would cost), `GET` lists with use and with what a schema breaks (an operator sees that of
 * everybody), `DELETE /operations/NAME` withdraws, and `POST /operations/NAME/deprecation` marks what should no longer be used.
 */
export function operationRoutes({
  orm,
  registry,
  registered,
  graph,
  authenticator,
  counter,
  log,
}: OperationRoutes): Router {
  const routes = Router()
  const answering =
    (answer: (request: Request, claims: ViewerClaims) => Promise<{ status: number; body: object }>) =>
    async (request: Request, response: Response) => {
      try {
        const claims = await callerOf(authenticator, request)
        if (request.method !== 'GET') requireScope(claims, 'operations:write')
        const { status, body } = await answer(request, claims)
        response.setHeader('cache-control', 'no-store')
        sendJson(response, status, body)
      } catch (error) {
        sendError(response, error, log)
      }
    }
  const end = (isWithdrawn: boolean) =>
    answering(async ({ params }, { accountId }) => {
      await endOperation(orm.em.fork(), { accountId, name: String(params.name), isWithdrawn }, new Date())
      registry.forget(accountId)
      return { status: 200, body: await listOperations(orm.em.fork(), accountId, new Date()) }
    })
  routes.get(
    '/operations',
    answering(async (request, { accountId, role }) => {
      const listed = await listOperations(orm.em.fork(), accountId, new Date())
      const broken = await registered.broken(graph, role === 'OPERATOR' ? undefined : accountId)
      return { status: 200, body: { ...listed, broken, limits: await counter.standing(request) } }
    }),
  )
  routes.post(
    '/operations',
    answering(async (request, { accountId }) => {
      const { text } = await readText(request, graphLimits.bulk.bodyBytes)
      const drafts = readManifest(readJson(text, 'manifest'))
      const dryRun = request.query.dryRun === 'true'
      const asked = { accountId, drafts, schema: graph.schema, dryRun, now: new Date() }
      const operations = await registerOperations(orm.em.fork(), asked)
      registry.forget(accountId)
      const isRefused = operations.some(({ outcome }) => outcome === 'REFUSED')
      return { status: isRefused ? 422 : 200, body: { costLimit: graphLimits.cost, operations } }
    }),
  )
  routes.delete('/operations/:name', end(true))
  routes.post('/operations/:name/deprecation', end(false))
  return routes
}
