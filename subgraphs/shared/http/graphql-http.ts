import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { badRequest, methodNotAllowed, responseTooLarge, unsupportedMediaType } from '../errors.js'
import type { Log } from '../log.js'
import { AnswerTypes } from './answer-types.js'
import { endAtOnce } from './kept-headers.js'
import { readJson } from './read-json.js'
import { readText } from './read-text.js'
import { sendError } from './send.js'
import { sendIfChanged } from './send-if-changed.js'
import { askForToken } from './told-error.js'

/** What somebody asks to be run; nothing of it has been looked at. */
export interface GivenOperation {
  query?: unknown
  operationName?: unknown
  variables?: unknown
  documentId?: unknown
  doc_id?: unknown
  extensions?: unknown
  /** Size of the request body. */
  bodyBytes?: number
}

/** The operation that is run for a request. */
export interface FoundOperation {
  query: unknown
  /** Hears when it has been answered. */
  onAnswer?: (isFailure: boolean) => void
}

/** An operation whose request is as it should be. */
export interface QuickOperation {
  query: string
  /** Empty where none is named. */
  operationName: string
  variables: Readonly<Record<string, unknown>>
}

/** An answer as it is sent: its text, or the bytes of that. */
export type WholeAnswer = string | Buffer

export interface GraphqlHttpOptions<C extends BaseContext, R extends IncomingMessage> {
  server: Pick<ApolloServer<C>, 'executeHTTPGraphQLRequest'>
  /** Largest request body, in bytes, for whoever asks. */
  maxBodyBytes: (value: C) => number
  /** Whether HEAD is answered as GET is, without the body. */
  answersHead?: boolean
  /** Largest answer, in characters. */
  maxAnswerLength?: number
  /** Lets operations in to be run; a throw refuses the request. */
  gate?: <Result>(value: C, run: () => Promise<Result>) => Promise<Result>
  /** Decides who asks before the body is read; a throw refuses the request. */
  context: (request: R, response: ServerResponse) => Promise<C>
  /** Finds the text of an operation that is named instead of sent; a throw refuses the request. */
  find?: (operation: GivenOperation, value: C, request: R) => Promise<FoundOperation>
  /** Decides what is too much before anything is parsed for good; a throw refuses the request. */
  check?: (operation: GivenOperation) => void
  /** Answers whoever asks for a stream of events; what it throws refuses the request. */
  stream?: (operation: QuickOperation, request: R, response: ServerResponse) => Promise<void>
  /** Answers what it knows to be valid; undefined leaves the operation to the server. */
  quick?: (operation: QuickOperation, value: C) => Promise<WholeAnswer | undefined>
  log: Log
}

interface Answer extends Pick<HTTPGraphQLResponse, 'status' | 'headers'> {
  body: Extract<HTTPGraphQLResponse['body'], { kind: 'chunked' }> | { kind: 'complete'; string: WholeAnswer }
}

interface AskedOperation {
  method: 'GET' | 'POST'
  request: IncomingMessage
  /** Whether the operation was named instead of sent. */
  isNamed: boolean
  search: URLSearchParams
  body: unknown
}

/** Serves one Apollo Server on node:http: who asks first, then the body, then the operation. */
export function graphqlHandler<C extends BaseContext, R extends IncomingMessage = IncomingMessage>(
  options: GraphqlHttpOptions<C, R>,
) {
  const { server, maxBodyBytes, context, check, find, quick, stream, log } = options
  const { maxAnswerLength = Number.POSITIVE_INFINITY, gate = (_value, run) => run(), answersHead = false } = options
  const answerTypes = new AnswerTypes()

  const run = async (asked: AskedOperation, value: C): Promise<Answer> =>
    (await runQuickly(asked, value)) ?? (await runInServer(asked, value))

  async function runQuickly(asked: AskedOperation, value: C): Promise<Answer | undefined> {
    const headers = quick && answerTypes.known(asked.request.headers.accept)
    const operation = headers && quickOperation(asked)
    const string = operation && (await quick(operation, value))
    return string ? { headers, body: { kind: 'complete', string } } : undefined
  }

  async function runInServer({ method, request, isNamed, search, body }: AskedOperation, value: C) {
    const httpGraphQLRequest = { method, headers: headersOf(request, isNamed), body, search: `?${search}` }
    const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => value })
    answerTypes.learn(request.headers.accept, answer)
    return answer
  }

  return async (request: R, response: ServerResponse): Promise<void> => {
    try {
      const value = await context(request, response)
      const method = allowedMethod(request, response, answersHead)
      const body = method === 'POST' ? await readBody(request, maxBodyBytes(value)) : undefined
      const search = searchOf(request)
      const given = body === undefined ? givenBySearch(search) : givenByBody(body.json, body.bytes)
      const found = find ? await find(given, value, request) : { query: given.query }
      check?.({ ...given, query: found.query })
      if (stream && asksForEvents(request)) {
        found.onAnswer?.(false)
        await stream(namedOperation({ ...given, query: found.query }, search), request, response)
        return
      }
      const isNamed = found.query !== given.query
      const sent = isNamed ? asIfSent(found.query, search, body?.json) : { search, body: body?.json }
      const answer = await gate(value, () => run({ method, request, isNamed, ...sent }, value))
      await send(request, response, answer, maxAnswerLength)
      found.onAnswer?.(isFailure(answer))
    } catch (error) {
      sendError(response, error, log)
    }
  }
}

function searchOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?')
  return at < 0 ? noSearch : new URLSearchParams(url.slice(at))
}

const noSearch = new URLSearchParams()

const asksForEvents = ({ method, headers: { accept = '' } }: IncomingMessage) =>
  method !== 'HEAD' && /\btext\/event-stream\b/i.test(accept) && !/\bjson\b/i.test(accept)

/** What is asked by GET or POST. Throws BAD_REQUEST where a part of it is not what it should be. */
function namedOperation(given: GivenOperation, search: URLSearchParams): QuickOperation {
  const { query, variables = {} } = given
  const operationName = given.operationName ?? search.get('operationName') ?? ''
  if (typeof query !== 'string' || typeof operationName !== 'string' || !isRecord(variables ?? {}))
    throw badRequest('Send the text of an operation, its name where there are several, and its variables as an object.')
  return { query, operationName, variables: (variables ?? {}) as Values }
}

/** A request of the usual form; undefined where the server has to say what is wrong with it. */
function quickOperation({ method, body }: AskedOperation): QuickOperation | undefined {
  if (method !== 'POST' || !isRecord(body)) return undefined
  const { query, operationName, variables, extensions } = body
  if (typeof query !== 'string' || !isRecord(variables ?? {}) || !isRecord(extensions ?? {})) return undefined
  if (typeof (operationName ?? '') !== 'string') return undefined
  return { query, operationName: (operationName ?? '') as string, variables: (variables ?? {}) as Values }
}

type Values = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function allowedMethod({ method }: IncomingMessage, response: ServerResponse, answersHead: boolean): 'GET' | 'POST' {
  if (method === 'GET' || method === 'POST') return method
  if (method === 'HEAD' && answersHead) return 'GET'
  response.setHeader('allow', answersHead ? 'GET, HEAD, POST' : 'GET, POST')
  throw methodNotAllowed('Send an operation by POST, or a query by GET.')
}

const givenByBody = (body: unknown, bodyBytes: number): GivenOperation =>
  typeof body === 'object' && body !== null ? { ...body, bodyBytes } : { bodyBytes }

function givenBySearch(search: URLSearchParams): GivenOperation {
  const json = (name: string) => {
    const text = search.get(name)
    return text === null ? undefined : readJson(text, name)
  }
  return {
    query: search.get('query') ?? undefined,
    variables: json('variables'),
    documentId: search.get('documentId') ?? undefined,
    extensions: json('extensions'),
  }
}

/** A request as if the text had been sent that it names. */
function asIfSent(query: unknown, given: URLSearchParams, body: unknown) {
  if (typeof body === 'object' && body !== null) return { search: given, body: { ...body, query, extensions: {} } }
  const search = new URLSearchParams(given)
  search.set('query', String(query))
  for (const name of ['documentId', 'extensions']) search.delete(name)
  return { search, body }
}

function headersOf(request: IncomingMessage, isNamed: boolean): HeaderMap {
  const headers = new HeaderMap()
  // What is registered is harmless from wherever it is asked: a query, whose answer no foreign page can read.
  if (isNamed) headers.set('apollo-require-preflight', 'true')
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** Errors stand first in an answer. */
const isFailure = ({ body }: Answer) =>
  body.kind === 'complete' && typeof body.string === 'string' && body.string.startsWith('{"errors"')

/** JSON is UTF-8 unless a content type says something else, and then it is to be believed. */
const isUtf8Named = (type: string) => /^utf-?8$/i.test(/;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1] ?? 'utf-8')

async function readBody(request: IncomingMessage, maxBytes: number): Promise<{ json: unknown; bytes: number }> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  const isUsual = type === 'application/json'
  if ((!isUsual && !/^application\/json *(;|$)/i.test(type)) || encoding !== 'identity')
    throw unsupportedMediaType('Send the operation as application/json, not compressed.')
  if (!isUsual && !isUtf8Named(type)) throw unsupportedMediaType('Send the operation in UTF-8.')
  const { text, bytes } = await readText(request, maxBytes)
  return { json: readJson(text, 'request body'), bytes }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  maxLength: number,
): Promise<void> {
  if (answer.body.kind === 'complete' && answer.body.string.length > maxLength)
    throw responseTooLarge('The answer is too large to send.', { hint: 'Ask for fewer items a page.' })
  const { status = 200, headers } = answer
  const caching = headers.get('cache-control') ?? 'no-store'
  askForToken(response, status)
  if (answer.body.kind === 'complete' && request.method === 'POST') {
    const written = headers.has('cache-control') ? [] : ['cache-control', caching]
    for (const [name, value] of headers) written.push(name, value)
    endAtOnce(response, status, written, answer.body.string)
    return
  }
  for (const [name, value] of headers) response.setHeader(name, value)
  response.setHeader('cache-control', caching)
  response.statusCode = status
  if (answer.body.kind === 'complete') {
    const isForClient = response.statusCode === 200 && caching === 'no-store'
    if (isForClient) sendIfChanged(request, response, answer.body.string)
    else response.end(answer.body.string)
    return
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk)
  response.end()
}
