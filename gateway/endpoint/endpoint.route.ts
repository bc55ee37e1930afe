import { type NextFunction, type Request, type Response, Router } from 'express'
import { type GraphQLSchema, getOperationAST, parse } from 'graphql'
import {
  badRequest,
  isOurFault,
  methodNotAllowed,
  notFound,
  responseTooLarge,
  unauthenticated,
} from '../../subgraphs/shared/errors.js'
import { readJson } from '../../subgraphs/shared/http/read-json.js'
import { readText } from '../../subgraphs/shared/http/read-text.js'
import { sendIfChanged } from '../../subgraphs/shared/http/send-if-changed.js'
import { toldOf } from '../../subgraphs/shared/http/told-error.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { currentRequestId, nameWork } from '../../subgraphs/shared/observe/work.js'
import { waitingOn } from '../data-source/gateway-context.js'
import { checkOperation } from '../graph/check-operation.js'
import { graphLimits } from '../graph/limits.js'
import type { RequestCounter } from '../limits/count-requests.js'
import type { OperationRegistry } from '../operation/operation-registry.js'
import type { OperationUse } from '../operation/operation-use.js'
import type { RegisteredOperation } from '../operation/registered-operation.js'
import { type Problem, sendProblem } from '../problem/send-problem.js'
import type { Authenticator } from '../session/authenticate.js'
import type { GraphRunner } from '../supergraph/served-graph.js'
import { inOurWords } from '../web/http-problem.js'
import { openApiOf } from './open-api.js'
import { readBody, readSearch, variableTypes } from './read-variables.js'
import { type Outcome, runOperation } from './run-operation.js'

export interface EndpointRoutes {
  graph: GraphRunner
  registry: OperationRegistry
  use: Pick<OperationUse, 'add'>
  authenticator: Authenticator
  /** Counts what callers ask for. */
  counter?: RequestCounter
  log: Log
}

/**
 * Every registered operation as an address of its own, for callers without GraphQL: `/api/NAME` by GET or POST, with the
 * variables in the address or as JSON, and `/api/openapi.json` about all of an account. Refusals are problems (RFC 9457).
 */
export function endpointRoutes({ graph, registry, use, authenticator, counter, log }: EndpointRoutes): Router {
  const routes = Router()
  const contextOf = async (request: Request, response: Response) => {
    const claims = await authenticator.claimsOf(request)
    if (!claims) throw unauthenticated('Send your key as “Authorization: Bearer” and the key.')
    return { claims, requestId: currentRequestId(), spend: counter?.spendingOf(request), ...waitingOn(response) }
  }

  async function answer(request: Request, response: Response): Promise<void> {
    const context = await contextOf(request, response)
    const { accountId } = context.claims
    const operation = await registry.newest(accountId, String(request.params.name))
    if (!operation) throw notFound(`No operation is registered as ${String(request.params.name).slice(0, 80)}.`)
    nameWork(operation.name, operation.text)
    refuseSubscription(operation)
    refuseMethod(operation, request, response)
    const variables = await variablesOf(operation, graph.schema, request)
    const started = performance.now()
    const outcome = await runOperation(graph, operation, variables, context)
    use.add(accountId, operation.operationId, performance.now() - started, outcome.errors.length > 0)
    if (operation.deprecatedAt)
      response.setHeader('deprecation', `@${Math.floor(operation.deprecatedAt.getTime() / 1000)}`)
    send(outcome, request, response)
  }

  routes.get(['/api/openapi.json', '/openapi.json'], async (request: Request, response: Response) => {
    try {
      const { claims } = await contextOf(request, response)
      const operations = (await registry.newestOf(claims.accountId)).filter(({ kind }) => kind !== 'SUBSCRIPTION')
      response.setHeader('content-type', 'application/json; charset=utf-8')
      sendIfChanged(request, response, JSON.stringify(openApiOf(graph.schema, operations, claims.displayName)))
    } catch (error) {
      sendProblem(response, problemOf(error, log))
    }
  })
  routes.all('/api/:name', async (request: Request, response: Response) => {
    try {
      await answer(request, response)
    } catch (error) {
      sendProblem(response, problemOf(error, log))
    }
  })
  routes.all(['/api', '/api/*rest'], (_request: Request, response: Response) =>
    sendProblem(response, { code: 'NOT_FOUND', detail: 'Write the name of one operation behind /api/.' }),
  )
  // An address that is no text reaches none of the routes above.
  routes.use('/api', (error: unknown, _request: Request, response: Response, _next: NextFunction) =>
    sendProblem(response, problemOf(inOurWords(error), log)),
  )
  return routes
}

function refuseSubscription({ kind, name }: RegisteredOperation): void {
  if (kind === 'SUBSCRIPTION')
    throw badRequest(`${name} is a subscription. Follow it at /graphql, with “Accept: text/event-stream”.`)
}

function refuseMethod({ kind, name }: RegisteredOperation, { method }: Request, response: Response): void {
  const allowed = kind === 'QUERY' ? ['GET', 'HEAD', 'POST'] : ['POST']
  if (allowed.includes(method)) return
  response.setHeader('allow', allowed.join(', '))
  throw methodNotAllowed(`${name} is asked by ${kind === 'QUERY' ? 'GET or POST' : 'POST'}.`)
}

type VariableTypes = ReturnType<typeof variableTypes>

/** What the variables of operations hold, for as long as the registry and the schema are the same. */
const knownTypes = new WeakMap<RegisteredOperation, { schema: GraphQLSchema; types: VariableTypes }>()

function typesOf(registered: RegisteredOperation, schema: GraphQLSchema): VariableTypes {
  const known = knownTypes.get(registered)
  if (known?.schema === schema) return known.types
  const { text, name } = registered
  const operation = getOperationAST(parse(text, { noLocation: true }), name)
  if (!operation) throw new Error(`${name} is registered without its operation.`)
  const types = variableTypes(schema, operation)
  knownTypes.set(registered, { schema, types })
  return types
}

async function variablesOf(
  registered: RegisteredOperation,
  schema: GraphQLSchema,
  request: Request,
): Promise<Record<string, unknown>> {
  const { text } = registered
  const types = typesOf(registered, schema)
  const search = new URL(request.originalUrl, 'http://here').searchParams
  if (request.method !== 'POST') {
    const variables = readSearch(types, search)
    checkOperation({ query: text, variables, bodyBytes: request.originalUrl.length })
    return variables
  }
  const given = await readText(request, graphLimits.bulk.bodyBytes)
  const variables = { ...readSearch(types, search), ...(given.text && readBody(types, readJson(given.text, 'body'))) }
  checkOperation({ query: text, variables, bodyBytes: given.bytes })
  return variables
}

function send({ data, errors }: Outcome, request: Request, response: Response): void {
  const [first] = errors
  if (first) {
    sendProblem(response, { code: first.code, detail: first.message, more: { errors, ...(data !== null && { data }) } })
    return
  }
  const text = JSON.stringify(data)
  if (text.length > graphLimits.answerLength)
    throw responseTooLarge('The answer is too large to send.', { hint: 'Ask for smaller pages.' })
  response.setHeader('content-type', 'application/json; charset=utf-8')
  if (request.method === 'POST') {
    response.setHeader('cache-control', 'no-store')
    response.end(text)
  } else sendIfChanged(request, response, text)
}

function problemOf(error: unknown, log: Log): Problem {
  const { code, message: detail, hint, extensions } = toldOf(error)
  if (isOurFault(code)) log.error({ err: error }, 'endpoint failed')
  return { code, detail, retryAfterSeconds: extensions.retryAfterSeconds, ...(hint && { more: { hint } }) }
}
