import { type Request, type Response, Router } from 'express'
import { sendError } from '../../../subgraphs/shared/http/send.js'
import { sendIfChanged } from '../../../subgraphs/shared/http/send-if-changed.js'
import type { Log } from '../../../subgraphs/shared/log.js'
import type { OperationRegistry } from '../../operation/operation-registry.js'
import type { Authenticator } from '../../session/authenticate.js'
import type { Schemas } from '../../supergraph/served-graph.js'
import { callerOf } from '../../web/answer-json.js'
import { clientText } from './client-text.js'

export interface ClientRoutes {
  graph: Pick<Schemas, 'schema'>
  registry: OperationRegistry
  authenticator: Authenticator
  log: Log
}

/** `GET /operations/client.ts`: a client in TypeScript for all that the caller’s account has registered. */
export function clientRoutes({ graph, registry, authenticator, log }: ClientRoutes): Router {
  const routes = Router()
  routes.get('/operations/client.ts', async (request: Request, response: Response) => {
    try {
      const claims = await callerOf(authenticator, request)
      const operations = await registry.newestOf(claims.accountId)
      const text = clientText(graph.schema, operations, claims.displayName)
      response.setHeader('content-type', 'text/plain; charset=utf-8')
      response.setHeader('content-disposition', 'attachment; filename="creditgraph.ts"')
      sendIfChanged(request, response, text)
    } catch (error) {
      sendError(response, error, log)
    }
  })
  return routes
}
