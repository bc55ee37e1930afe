import { readFile } from 'node:fs/promises'
import type { NextFunction, Request, Response } from 'express'
import { graphqlHandler } from '../subgraphs/shared/http/graphql-http.js'
import { answerLive, Readiness } from '../subgraphs/shared/http/health.js'
import { InternalClient } from '../subgraphs/shared/http/internal-client.js'
import { sendError } from '../subgraphs/shared/http/send.js'
import { listen } from '../subgraphs/shared/http/server.js'
import { watchServer } from '../subgraphs/shared/observe/watch-server.js'
import { currentRequestId } from '../subgraphs/shared/observe/work.js'
import type { Part } from '../subgraphs/shared/part.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { InternalTokenIssuer } from '../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from '../subgraphs/shared/security/keys.js'
import { AnswerCache, changesOf } from './answer-cache/answer-cache.js'
import type { GatewayConfig, SubgraphName } from './config.js'
import { type GatewayContext, waitingOn } from './data-source/gateway-context.js'
import { SubgraphSource } from './data-source/subgraph-source.js'
import { endpointRoutes } from './endpoint/endpoint.route.js'
import { explorerRoutes } from './explorer/explorer.route.js'
import { checkOperation } from './graph/check-operation.js'
import { createGraphServer, type Graph } from './graph/graph-server.js'
import { graphLimits } from './graph/limits.js'
import { Budgets } from './limits/budgets.js'
import { RequestCounter } from './limits/count-requests.js'
import { Gate } from './limits/gate.js'
import { callerOf, gatedRunner } from './limits/gated-runner.js'
import { SignInAttempts } from './limits/sign-in-attempts.js'
import { Live } from './live/live.js'
import { readEventsOf } from './live/read-events.js'
import { runEvent } from './live/run-event.js'
import { subgraphStates } from './observe/subgraph-states.js'
import { RegisteredOperations } from './operation/broken-registered.js'
import { findOperation } from './operation/find-operation.js'
import { OperationRegistry } from './operation/operation-registry.js'
import { operationReports } from './operation/operation-reports.route.js'
import { OperationUse } from './operation/operation-use.js'
import { operationRoutes } from './operation/operations.route.js'
import { gatewayOrm } from './orm.js'
import { partnerRoutes } from './partner/partner.route.js'
import { Sandbox } from './partner/sandbox/sandbox.js'
import { sandboxFirst } from './partner/sandbox/sandbox-first.js'
import { secureChannel } from './services/secure-channel.js'
import { serviceRoutes } from './services/services.route.js'
import { transcriptServices } from './services/transcript.route.js'
import { Authenticator } from './session/authenticate.js'
import { signInRoutes } from './session/sign-in.route.js'
import { followSupergraph } from './supergraph/follow-supergraph.js'
import { ServedGraph } from './supergraph/served-graph.js'
import { warmUp } from './supergraph/warm-up.js'
import { Lines } from './web/follow.js'
import { forward } from './web/forward.js'
import { isFromProxy } from './web/from-proxy.js'
import { graphFirst } from './web/graph-first.js'
import { inOurWords, nothingHere } from './web/http-problem.js'
import { createWeb, servePages } from './web/pages.js'
import { publicPages } from './web/public-pages.js'

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
  const sourceOf = (name: SubgraphName) => new SubgraphSource({ name, url: config.subgraphUrls[name], issuer })
  const sources = { providers: sourceOf('providers'), learners: sourceOf('learners'), credits: sourceOf('credits') }
  const verifying = await loadVerifyingKey(keysDir, 'gateway')
  const authenticator = new Authenticator(orm, verifying, () => new Date())
  const build = (sdl: string) =>
    createGraphServer({ supergraphSdl: sdl, sources, isDevelopment: config.demoSignIn, log })
  const supergraphSdl = await readFile(config.supergraphFile, 'utf8')
  const graph = new ServedGraph(await build(supergraphSdl))

  const now = () => new Date()
  const registry = await OperationRegistry.open(orm, config.ownOperationsFile, now)
  const registered = new RegisteredOperations(orm, registry)
  const use = new OperationUse(orm, log, now)
  const kept = new AnswerCache({ graph, changeSince: changesOf(clients.providers), log })
  const gate = new Gate(graphLimits.gate)
  const live = new Live({
    graph,
    read: readEventsOf(clients),
    authenticator,
    run: runEvent(graph, gate),
    log,
    now,
  })
  const quick: Graph['quick'] = (operation, context) => kept.answer(operation, context, graph.quick)
  const gated = gatedRunner(graph, gate, quick)
  const attempts = new SignInAttempts()
  const counter = new RequestCounter({ budgets: new Budgets(config.budgetScale), attempts, authenticator, log })
  const graphql = graphqlHandler<GatewayContext>({
    server: graph,
    maxBodyBytes: ({ claims }) => (claims ? graphLimits.bulk.bodyBytes : graphLimits.bodyBytes),
    answersHead: true,
    maxAnswerLength: graphLimits.answerLength,
    gate: (context, run) => gate.run(callerOf(context), run),
    find: findOperation({ registry, use, isDevelopment: config.demoSignIn }),
    check: checkOperation,
    quick,
    stream: live.answer,
    context: async (request, response) => ({
      claims: authenticator.known(request) ?? (await authenticator.claimsOf(request)),
      requestId: currentRequestId(),
      ...waitingOn(response),
      spend: counter.spendingOf(request),
    }),
    log,
  })
  const web = createWeb()
  web.get('/health/live', (_request, response) => answerLive(response))
  const states = subgraphStates(config.subgraphUrls)
  const warming = warmUp({ graph, registry, orm, most: config.warmOperations, log })
  const readiness = new Readiness(async () => {
    if (!warming.isDone) throw new Error('Operations are still being compiled.')
    await orm.em.fork().execute('select 1')
    return states()
  }, log)
  web.get('/health/ready', (_request, response) => readiness.answer(response))
  web.use(signInRoutes({ orm, signing, demoSignIn: config.demoSignIn, attempts }))
  web.use(secureChannel(config.publicUrl))
  web.use(serviceRoutes({ clients, authenticator, gate, log }))
  web.use(transcriptServices({ graph: gated, authenticator, counter, log }))
  const { sandbox: place, publicUrl } = config
  const sandbox = place && new Sandbox({ place, orm, registry, supergraphSdl, verifying, publicUrl, log })
  const changes = JSON.parse(await readFile(config.apiChangesFile, 'utf8'))
  web.use(partnerRoutes({ orm, authenticator, signing, verifying, registry, sandbox, graph, changes, log }))
  web.use(operationRoutes({ orm, registry, registered, graph, authenticator, counter, log }))
  web.use(operationReports({ orm, graph, authenticator, log }))
  web.use(endpointRoutes({ graph: gated, registry, use, authenticator, counter, log }))
  const files = forward(clients, authenticator, config.publicUrl)
  web.put('/uploads/:id', files)
  const lines = new Lines(clients, authenticator)
  web.get('/uploads/:id/events', lines.hold)
  web.get(
    [
      '/uploads/:id/result',
      '/exports/:file',
      '/transcripts/:file',
      '/verify/:code.json',
      '/template.xlsx',
      '/templates/:file',
    ],
    files,
  )
  web.get('/activity/:file', publicPages(kept, clients.providers, config.publicUrl))
  web.get(
    [
      '/activity/:file',
      '/provider-page/:id',
      '/provider-mark/:file',
      '/robots.txt',
      '/sitemap.xml',
      '/sitemap-:page.xml',
    ],
    files,
  )
  web.get('/boards/:code/feed.json', files)
  web.put('/boards/:code/answers', files)
  web.put('/credit-requests/:id/certificate', files)
  web.get('/credit-requests/:id/certificate', files)
  const { clientsDir, apiSchemaFile, demoSignIn: isDevelopment } = config
  web.use(explorerRoutes({ authenticator, clientsDir, apiSchemaFile, isDevelopment, log }))
  servePages(web, clientsDir, config.sampleDir)
  web.use((_request: Request, response: Response) => sendError(response, nothingHere(), log))
  web.use((error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendError(response, inOurWords(error), log),
  )

  const handler = watchServer(
    { part: 'gateway', log, believes: isFromProxy },
    sandboxFirst(sandbox, counter.before(graphFirst(graphql, web))),
  )
  const server = await listen({ host: config.host, port: config.port, handler })
  const { supergraphFile: file, supergraphWatchMs: everyMs } = config
  const ending = new AbortController()
  const following = followSupergraph(
    { served: graph, build, supergraphSdl, file, everyMs, orm, registered, log },
    ending.signal,
  )
  return {
    port: server.port,
    stop: async () => {
      readiness.drain()
      await server.drain(config.drainMs ?? 0)
      lines.close()
      await live.close()
      await kept.stop()
      ending.abort()
      await warming.stop()
      await server.close()
      await following
      await graph.stop()
      await sandbox?.stop()
      await use.stop()
      await Promise.all([...Object.values(sources), ...Object.values(clients)].map((client) => client.close()))
      await orm.close()
    },
  }
}
