import type { RequestListener } from 'node:http'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { NextFunction, Request, Response } from 'express'
import type { ViewerClaims } from '../../../subgraphs/reference/viewer.js'
import { forbidden, upstreamUnavailable } from '../../../subgraphs/shared/errors.js'
import { graphqlHandler } from '../../../subgraphs/shared/http/graphql-http.js'
import { InternalClient } from '../../../subgraphs/shared/http/internal-client.js'
import { sendError } from '../../../subgraphs/shared/http/send.js'
import type { Log } from '../../../subgraphs/shared/log.js'
import { currentRequestId } from '../../../subgraphs/shared/observe/work.js'
import { InternalTokenIssuer } from '../../../subgraphs/shared/security/internal-token.js'
import { loadSigningKey, type OwnedKey } from '../../../subgraphs/shared/security/keys.js'
import type { SubgraphName } from '../../config.js'
import { type GatewayContext, waitingOn } from '../../data-source/gateway-context.js'
import { SubgraphSource } from '../../data-source/subgraph-source.js'
import { endpointRoutes } from '../../endpoint/endpoint.route.js'
import { type Outcome, runOperation } from '../../endpoint/run-operation.js'
import { checkOperation } from '../../graph/check-operation.js'
import { createGraphServer } from '../../graph/graph-server.js'
import { graphLimits } from '../../graph/limits.js'
import { Gate } from '../../limits/gate.js'
import { callerOf, gatedRunner } from '../../limits/gated-runner.js'
import { findOperation } from '../../operation/find-operation.js'
import type { OperationRegistry } from '../../operation/operation-registry.js'
import type { RegisteredOperation } from '../../operation/registered-operation.js'
import { serviceRoutes } from '../../services/services.route.js'
import { transcriptServices } from '../../services/transcript.route.js'
import { Authenticator } from '../../session/authenticate.js'
import { ServedGraph } from '../../supergraph/served-graph.js'
import { Lines } from '../../web/follow.js'
import { forward } from '../../web/forward.js'
import { graphFirst } from '../../web/graph-first.js'
import { inOurWords, nothingHere } from '../../web/http-problem.js'
import { createWeb } from '../../web/pages.js'

/** Where the sandbox is: its own subgraphs, which trust keys of their own and nobody else’s. */
export interface SandboxPlace {
  subgraphUrls: Record<SubgraphName, string>
  keysDir: string
}

export interface SandboxOptions {
  place: SandboxPlace
  orm: MikroORM
  registry: OperationRegistry
  supergraphSdl: string
  /** Checks the tokens of programs. */
  verifying: OwnedKey
  publicUrl: string | undefined
  log: Log
}

interface Opened {
  graph: ServedGraph
  listener: RequestListener
  stop(): Promise<void>
}

/** Trying is not using: the use of operations tells what is real. */
const uncounted = { add: () => undefined }

/**
 * The same ways into the same graph, over subgraphs of made-up data. It is opened when somebody asks for the first time, and has
 * no address, key or connection of what is real.
 */
export class Sandbox {
  private opened: Promise<Opened> | undefined
  private readonly authenticator: Authenticator

  constructor(private readonly options: SandboxOptions) {
    this.authenticator = new Authenticator(options.orm, options.verifying, () => new Date(), 'SANDBOX')
  }

  /** Lets a change of keys be seen at once in this process. */
  forget(): void {
    this.authenticator.forget()
  }

  /** Answers a request that carries a key or a token to the sandbox. */
  readonly listener: RequestListener = (request, response) => {
    this.open().then(
      ({ listener }) => listener(request, response),
      (cause: unknown) => sendError(response, unavailable(cause), this.options.log),
    )
  }

  /** Runs a registered operation for whoever tries it there. */
  async run(
    operation: RegisteredOperation,
    variables: Readonly<Record<string, unknown>>,
    claims: ViewerClaims,
  ): Promise<Outcome> {
    checkOperation({ query: operation.text, variables, bodyBytes: 0 })
    const { graph } = await this.open()
    return runOperation(graph, operation, variables, { claims, requestId: currentRequestId(), ...waitingOn(undefined) })
  }

  /** Lets go of everything, if it was opened at all. */
  async stop(): Promise<void> {
    await (await this.opened?.catch(() => undefined))?.stop()
  }

  private open(): Promise<Opened> {
    this.opened ??= open(this.options, this.authenticator).catch((error: unknown) => {
      this.opened = undefined
      throw error
    })
    return this.opened
  }
}

async function open(
  { place, registry, supergraphSdl, publicUrl, log }: SandboxOptions,
  authenticator: Authenticator,
): Promise<Opened> {
  const issuer = new InternalTokenIssuer(await loadSigningKey(place.keysDir, 'gateway'))
  const clientOf = (name: SubgraphName) => new InternalClient(name, place.subgraphUrls[name], issuer)
  const clients = { providers: clientOf('providers'), learners: clientOf('learners'), credits: clientOf('credits') }
  const sourceOf = (name: SubgraphName) =>
    new SubgraphSource({ name: `sandbox-${name}`, audience: name, url: place.subgraphUrls[name], issuer })
  const sources = { providers: sourceOf('providers'), learners: sourceOf('learners'), credits: sourceOf('credits') }
  const graph = new ServedGraph(await createGraphServer({ supergraphSdl, sources, isDevelopment: false, log }))
  const gate = new Gate(graphLimits.gate)
  const gated = gatedRunner(graph, gate)
  const graphql = graphqlHandler<GatewayContext>({
    server: graph,
    maxBodyBytes: () => graphLimits.bulk.bodyBytes,
    answersHead: true,
    maxAnswerLength: graphLimits.answerLength,
    gate: (context, run) => gate.run(callerOf(context), run),
    find: findOperation({ registry, use: uncounted, isDevelopment: false }),
    check: checkOperation,
    quick: graph.quick,
    context: async (request, response) => ({
      claims: await authenticator.claimsOf(request),
      requestId: currentRequestId(),
      ...waitingOn(response),
    }),
    log,
  })
  const lines = new Lines(clients, authenticator)
  const web = createWeb()
  web.all(['/operations', '/operations/*rest'], (_request, response: Response) => sendError(response, atHome(), log))
  web.use(serviceRoutes({ clients, authenticator, gate, log }))
  web.use(transcriptServices({ graph: gated, authenticator, log }))
  web.use(endpointRoutes({ graph: gated, registry, use: uncounted, authenticator, log }))
  const files = forward(clients, authenticator, publicUrl)
  web.get('/uploads/:id/events', lines.hold)
  web.put(['/uploads/:id', '/boards/:code/answers', '/credit-requests/:id/certificate'], files)
  web.get(['/uploads/:id/result', '/exports/:file', '/transcripts/:file', '/templates/:file'], files)
  web.get(['/boards/:code/feed.json', '/credit-requests/:id/certificate'], files)
  web.use((_request, response) => sendError(response, nothingHere(), log))
  web.use((error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendError(response, inOurWords(error), log),
  )
  return {
    graph,
    listener: graphFirst(graphql, web),
    stop: async () => {
      lines.close()
      await graph.stop()
      await Promise.all([...Object.values(sources), ...Object.values(clients)].map((client) => client.close()))
    },
  }
}

const atHome = () =>
  forbidden('A key to the sandbox registers nothing.', { hint: 'Register in the partner portal, or with a key.' })
const unavailable = (cause: unknown) => upstreamUnavailable('The sandbox does not answer. Please try again.', { cause })
