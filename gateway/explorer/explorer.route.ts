import { basename, dirname, join, resolve } from 'node:path'
import { type Request, type Response, Router } from 'express'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { forbidden } from '../../subgraphs/shared/errors.js'
import { sendError, sendJson } from '../../subgraphs/shared/http/send.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { mayExplore } from '../policy/exploration.js'
import type { Authenticator } from '../session/authenticate.js'
import { callerOf } from '../web/answer-json.js'
import { protectExplorer } from '../web/protect.js'
import { examplesFor } from './examples.js'

export interface ExplorerRoutes {
  authenticator: Authenticator
  clientsDir: string
  /** The graph as callers see it. */
  apiSchemaFile: string
  /** True where developers work. */
  isDevelopment: boolean
  log: Log
}

/**
 * The explorer at `/graphiql`, and for those who may explore the graph that it explains, `/graphiql/schema.graphql`, for
 * introspection is off where the platform is in use, and operations to start from, `/graphiql/examples.json`.
 */
export function explorerRoutes({
  authenticator,
  clientsDir,
  apiSchemaFile,
  isDevelopment,
  log,
}: ExplorerRoutes): Router {
  const routes = Router()
  const forExplorers =
    (answer: (response: Response, claims: ViewerClaims) => void) => async (request: Request, response: Response) => {
      try {
        const claims = await callerOf(authenticator, request)
        if (!mayExplore(claims.role, isDevelopment))
          throw forbidden('The graph is explained to boards, partners and the operators of the platform.')
        response.setHeader('cache-control', 'private, no-cache')
        answer(response, claims)
      } catch (error) {
        sendError(response, error, log)
      }
    }
  routes.get('/graphiql', protectExplorer, (_request: Request, response: Response) => {
    response.setHeader('cache-control', 'no-cache')
    response.sendFile(join('graphiql', 'index.html'), { root: resolve(clientsDir) })
  })
  routes.get(
    '/graphiql/schema.graphql',
    forExplorers((response) =>
      response.type('text/plain').sendFile(basename(apiSchemaFile), { root: resolve(dirname(apiSchemaFile)) }),
    ),
  )
  routes.get(
    '/graphiql/examples.json',
    forExplorers((response, { role }) => sendJson(response, 200, examplesFor(role))),
  )
  return routes
}
