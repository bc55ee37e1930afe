import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { NextFunction, Request, Response } from 'express'
import { notFound } from '../subgraphs/shared/errors.js'
import { graphqlHandler } from '../subgraphs/shared/http/graphql-http.js'
import { InternalClient } from '../subgraphs/shared/http/internal-client.js'
import { sendError, sendJson } from '../subgraphs/shared/http/send.js'
import { listen } from '../subgraphs/shared/http/server.js'
import type { Part } from '../subgraphs/shared/part.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { InternalTokenIssuer } from '../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from '../subgraphs/shared/security/keys.js'
import type { GatewayConfig, SubgraphName } from './config.js'
import { createGraphServer } from './graph/graph-server.js'
import { graphLimits } from './graph/limits.js'
import type { GatewayContext } from './graph/subgraph-data-source.js'
import { gatewayOrm } from './orm.js'
import { Authenticator } from './session/authenticate.js'
import { signInRoutes } from './session/sign-in.route.js'
import { forward } from './web/forward.js'
import { createWeb, servePages } from './web/pages.js'

const uploadTimeoutMs = 15 * 60_000

/** Serves everything that is reachable from outside. */
export async function startGateway(config: GatewayConfig): Promise<Part> {
  const { log, keysDir } = config
  const orm = await gatewayOrm(await config.openDatabase())
  await migrate(orm)
  await ensureKeys(keysDir, ['gateway'])
  const signing = await loadSigningKey(keysDir, 'gateway')
  const issuer = new InternalTokenIssuer(signing)
  const clientOf = (name: SubgraphName) => new InternalClient(name, config.subgraphUrls[name], issuer)
  const clients = { providers: clientOf('providers'), learners: clientOf('learners'), credits: clientOf('credits') }
  const authenticator = new Authenticator(orm, await loadVerifyingKey(keysDir, 'gateway'), () => new Date())
  const graph = await createGraphServer({
    supergraphSdl: await readFile(config.supergraphFile, 'utf8'),
    clients,
    introspection: config.demoSignIn,
    log,
  })

  const graphql = graphqlHandler<GatewayContext>({
    server: graph,
    maxBodyBytes: graphLimits.bodyBytes,
    context: async (request) => ({ claims: await authenticator.claimsOf(request), requestId: randomUUID() }),
    log,
  })
  const web = createWeb()
  web.get('/health/live', (_request, response) => sendJson(response, 200, { status: 'live' }))
  web.get('/health/ready', async (_request, response) => {
    await orm.em.fork().execute('select 1')
    sendJson(response, 200, { status: 'ready' })
  })
  web.all('/graphql', graphql)
  web.use(signInRoutes({ orm, signing, demoSignIn: config.demoSignIn }))
  const files = forward(clients.credits, authenticator)
  web.put('/uploads/:id', files)
  web.get(['/uploads/:id/result', '/transcripts/:file', '/verify/:code.json', '/template.xlsx'], files)
  servePages(web, config.clientsDir, config.sampleDir)
  web.use((_request: Request, response: Response) =>
    sendError(response, notFound('There is nothing at this address.'), log),
  )
  web.use((error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendError(response, error, log),
  )

  const server = await listen({ host: config.host, port: config.port, requestTimeoutMs: uploadTimeoutMs, handler: web })
  return {
    port: server.port,
    stop: async () => {
      await server.close()
      await graph.stop()
      await Promise.all(Object.values(clients).map((client) => client.close()))
      await orm.close()
    },
  }
}
