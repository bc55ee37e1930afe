import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Dispatcher } from 'undici'
import { badRequest, payloadTooLarge, quotaExceeded } from '../../subgraphs/shared/errors.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import { httpLimits } from '../../subgraphs/shared/http/limits.js'
import { letGo } from '../../subgraphs/shared/http/send.js'
import { requireScope } from '../api-key/key-scope.js'
import { scopeOfFile } from '../api-key/path-scope.js'
import type { SubgraphName } from '../config.js'
import type { Authenticator } from '../session/authenticate.js'
import { ownerOfFile } from './file-owners.js'
import { webLimits } from './limits.js'
import { Turnstile } from './turnstile.js'

const signatureHeaders = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
const passedBack = ['content-type', 'content-length', 'content-disposition', 'cache-control', 'x-content-type-options']

/** Passes a file on its way in or out between the caller and the subgraph that owns it, as a stream. */
export function forward(
  clients: Record<SubgraphName, InternalClient>,
  authenticator: Authenticator,
  publicUrl: string | undefined,
) {
  const turnstile = new Turnstile(webLimits.transfersPerCaller, tooManyAtOnce)
  return async (request: Request, response: Response): Promise<void> => {
    const claims = await authenticator.claimsOf(request)
    requireScope(claims, scopeOfFile(request.method, request.originalUrl))
    const leave = turnstile.enter(claims?.accountId ?? String(request.ip))
    try {
      const client = clients[ownerOfFile(request.originalUrl)]
      const headers = {
        ...client.credentials(claims),
        'x-creditgraph-origin': publicUrl ?? `${request.protocol}://${request.headers.host}`,
      }
      await passBack(await ask(client, request, headers), request, response)
    } finally {
      leave()
    }
  }
}

async function ask(client: InternalClient, request: Request, headers: Record<string, string>) {
  const path = request.originalUrl
  if (request.method !== 'PUT') return client.requestFile({ method: 'GET', path, headers })
  const length = request.headers['content-length']
  if (Number(length) > httpLimits.fileBytes) throw tooLarge()
  request.setTimeout(webLimits.transferStandstillMs, () => request.destroy())
  try {
    return await client.requestFile({
      method: 'PUT',
      path,
      headers: { ...headers, ...signatureOf(request), ...(length === undefined ? {} : { 'content-length': length }) },
      body: detached(request),
    })
  } catch (cause) {
    if (request.destroyed && !request.complete) throw cutOff(cause)
    throw cause
  }
}

/** What a board signs its answers with goes along, so that whoever keeps the keys can verify it. */
function signatureOf({ headers }: Request): Record<string, string> {
  const given = signatureHeaders.map((name) => [name, headers[name]] as const)
  return Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** The bytes of a request, apart from its connection: when the subgraph has heard enough, the caller still gets the answer. */
function detached(request: Request): Readable {
  const bytes = new PassThrough()
  request.pipe(bytes)
  request.once('close', () => {
    if (!request.complete) bytes.destroy(new Error('The caller has hung up.'))
  })
  return bytes
}

/** Hands an answer of a subgraph on to the caller. */
export async function passBack(answer: Dispatcher.ResponseData, request: Request, response: Response): Promise<void> {
  response.status(answer.statusCode)
  for (const name of passedBack) {
    const value = answer.headers[name]
    if (value !== undefined) response.setHeader(name, value)
  }
  response.setTimeout(webLimits.transferStandstillMs, () => response.destroy())
  try {
    await pipeline(answer.body, response)
  } catch (error) {
    // Whoever has hung up needs no answer.
    if (!request.destroyed) throw error
  }
  letGo(request)
}

const tooManyAtOnce = () =>
  quotaExceeded(`Send and fetch at most ${webLimits.transfersPerCaller} files at once.`, {
    hint: 'Wait until one of them has arrived.',
  })
const tooLarge = () =>
  payloadTooLarge(`A file may have at most ${httpLimits.fileBytes / 1024 / 1024} MB.`, {
    hint: 'Split it into several files.',
  })
const cutOff = (cause: unknown) => badRequest('The upload was cut off before its end. Please send it again.', { cause })
