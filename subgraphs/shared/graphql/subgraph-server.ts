import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import { notFound } from '../errors.js'
import { graphqlHandler } from '../http/graphql-http.js'
import { answerLive, Readiness } from '../http/health.js'
import { httpLimits } from '../http/limits.js'
import { requestSignal } from '../http/request-signal.js'
import { sendError } from '../http/send.js'
import { listen, type RunningServer } from '../http/server.js'
import type { Log } from '../log.js'
import { watchServer } from '../observe/watch-server.js'
import { currentWork } from '../observe/work.js'
import { type InternalCall, type InternalTokenVerifier, internalTokenHeader } from '../security/internal-token.js'
import { formatError } from './format-error.js'

/** Bytes of an internal request: bulk calls carry thousands of rows. */
const maxInternalBodyBytes = 16 * 1024 * 1024

export interface SubgraphServerOptions<Claims, Context extends object> {
  /** The part that it is, as those see it who watch. */
  part: string
  schema: GraphQLSchema
  verifier: InternalTokenVerifier<Claims>
  /** The context of one operation; the signal says that nobody waits for it any more. */
  contextOf: (call: InternalCall<Claims>, signal: AbortSignal) => Context
  host: string
  port: number
  log: Log
  /** How long it answers although it says that others are to be asked, before it stops. */
  drainMs?: number
  /** Throws while the subgraph cannot serve. */
  checkReady: () => Promise<void>
  /** Further addresses of this subgraph, for example files; true when it has answered. */
  route?: (call: InternalCall<Claims>, ...exchange: Exchange) => Promise<boolean>
}

type Exchange = [request: IncomingMessage, response: ServerResponse]

/** Serves a subgraph: nobody without an internal token made for it gets past the first line. */
export async function startSubgraphServer<Claims, Context extends object>(
  options: SubgraphServerOptions<Claims, Context>,
): Promise<RunningServer> {
  const { verifier, log } = options
  const server = new ApolloServer<Context>({
    schema: options.schema,
    introspection: false,
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The one for cache hints would look at every field of every answer; nothing here gives any.
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()],
    formatError: formatError(log),
  })
  await server.start()

  const verify = (request: IncomingMessage) => verifier.verify(request.headers[internalTokenHeader]?.toString())
  const graphql = graphqlHandler<Context>({
    server,
    maxBodyBytes: () => maxInternalBodyBytes,
    context: async (request, response) => options.contextOf(await verify(request), requestSignal(response, timeLeft())),
    log,
  })

  const readiness = new Readiness(async () => void (await options.checkReady()), log)
  const answer = async (...[request, response]: Exchange): Promise<void> => {
    if (request.url === '/health/live') return answerLive(response)
    if (request.url === '/health/ready') return readiness.answer(response)
    if (request.url === '/graphql' || !options.route) return graphql(request, response)
    try {
      const answered = await options.route(await verify(request), request, response)
      if (!answered) throw notFound('There is nothing at this address.')
    } catch (error) {
      sendError(response, error, log)
    }
  }
  const watched = watchServer({ part: options.part, log, believes: () => true, isInternal: true }, answer)
  const running = await listen({ host: options.host, port: options.port, handler: watched })
  return {
    port: running.port,
    drain: running.drain,
    close: async (graceMs) => {
      readiness.drain()
      await running.drain(options.drainMs ?? 0)
      await running.close(graceMs)
      await server.stop()
    },
  }
}

/** How long an operation is worked on: no longer than whoever asks waits for it. */
function timeLeft(): number {
  const until = currentWork()?.until
  return until === undefined ? httpLimits.operationMs : Math.min(httpLimits.operationMs, until - performance.now())
}
