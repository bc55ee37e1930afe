import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { badRequest, payloadTooLarge, unsupportedMediaType } from '../errors.js'
import type { Log } from '../log.js'
import { sendError } from './send.js'

export interface GraphqlHttpOptions<C extends BaseContext> {
  server: ApolloServer<C>
  /** Largest request body, in bytes. */
  maxBodyBytes: number
  /** Decides who asks before the body is read; a throw refuses the request. */
  context: (request: IncomingMessage) => Promise<C>
  log: Log
}

/** Serves one Apollo Server on node:http: who asks first, then the body, then the operation. */
export function graphqlHandler<C extends BaseContext>({ server, maxBodyBytes, context, log }: GraphqlHttpOptions<C>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const value = await context(request)
      const body = request.method === 'POST' ? await readJson(request, maxBodyBytes) : undefined
      const url = new URL(request.url ?? '/', 'http://localhost')
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method ?? 'GET',
          headers: headersOf(request),
          search: url.search,
          body,
        },
        context: async () => value,
      })
      await send(response, answer)
    } catch (error) {
      sendError(response, error, log)
    }
  }
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(graphql\+)?json\b/i.test(type))
    throw unsupportedMediaType('Send the operation as application/json.')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBytes) throw payloadTooLarge(`Send at most ${maxBytes} bytes.`)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw badRequest('The request body is not valid JSON.', { cause })
  }
}

async function send(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.statusCode = answer.status ?? 200
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string)
    return
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk)
  response.end()
}
