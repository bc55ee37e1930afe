import { type NextFunction, type Request, type Response, Router } from 'express'
import type { Dispatcher } from 'undici'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import {
  codeOf,
  forbidden,
  isOurFault,
  methodNotAllowed,
  notFound,
  quotaExceeded,
  unauthenticated,
  upstreamUnavailable,
} from '../../subgraphs/shared/errors.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import { readText } from '../../subgraphs/shared/http/read-text.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { formatOf, type ServiceFormat, sendFault } from '../../subgraphs/shared/service/service-format.js'
import { serviceLimits } from '../../subgraphs/shared/service/service-limits.js'
import { requireScope } from '../api-key/key-scope.js'
import { scopeOfService } from '../api-key/path-scope.js'
import type { SubgraphName } from '../config.js'
import type { Gate } from '../limits/gate.js'
import type { Authenticator } from '../session/authenticate.js'
import { passBack } from '../web/forward.js'
import { Turnstile } from '../web/turnstile.js'
import { credentialsIn, type ServiceCredentials } from './service-credentials.js'
import { ownerOfOperation } from './service-operations.js'

export interface ServicesOptions {
  clients: Record<SubgraphName, InternalClient>
  authenticator: Authenticator
  /** Lets so many calls in at once. */
  gate: Gate
  log: Log
}

/**
 * The web services (5.9) under the names that learning management systems know, so that one which speaks them already needs
 * a new address and a key. Cookies are not looked at.
 */
export function serviceRoutes({ clients, authenticator, gate, log }: ServicesOptions): Router {
  const routes = Router()
  const turnstile = new Turnstile(serviceLimits.callsPerProvider, tooManyAtOnce)
  routes.post(servicePaths, async (request: Request, response: Response) => {
    let format: ServiceFormat = 'JSON'
    try {
      format = formatOf(request)
      const operation = String(request.params.operation)
      const owner = ownerOfOperation(operation)
      if (!owner) throw notFound(`There is no operation ${operation.slice(0, 40)}. The documentation lists them all.`)
      const { text } = await readText(request, serviceLimits.bodyBytes)
      const claims = await callerOf(request, credentialsIn(text, format), authenticator)
      requireScope(claims, scopeOfService[owner])
      const leave = turnstile.enter(claims.providerId ?? '')
      try {
        const client = clients[owner]
        const headers = { ...client.credentials(claims), 'content-type': String(request.headers['content-type']) }
        const path = `/services/${operation}`
        const ask = () => client.requestFile({ method: 'POST', path, headers, body: text })
        const answer = await gate.run(claims.accountId, ask)
        if (answer.statusCode >= 500) throw await failed(answer)
        await passBack(answer, request, response)
      } finally {
        leave()
      }
    } catch (error) {
      if (isOurFault(codeOf(error))) log.error({ err: error }, 'service failed')
      sendFault(response, error, format)
    }
  })
  routes.all(servicePaths, (request: Request, response: Response, next: NextFunction) => {
    if (!ownerOfOperation(String(request.params.operation))) return next()
    response.setHeader('allow', 'POST')
    sendFault(response, methodNotAllowed('Send what is asked of a service by POST.'), 'JSON')
  })
  routes.all('/services', (_request: Request, response: Response) =>
    sendFault(
      response,
      notFound('Write the name of an operation behind /services/. The documentation lists them all.'),
      'JSON',
    ),
  )
  return routes
}

const servicePaths = ['/services/:operation', '/services/:service/:operation']

/** The provider who calls, by key or token (W01). Throws UNAUTHENTICATED, and FORBIDDEN where another provider is named (W02). */
async function callerOf(
  request: Request,
  { providerId, user, password }: ServiceCredentials,
  authenticator: Authenticator,
): Promise<ViewerClaims> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const secret = bearer ?? password?.trim()
  if (!secret)
    throw unauthenticated('Send ProviderId, User and Password at the beginning of the document, or a bearer token.')
  const claims = await authenticator.claimsOfBearer(secret)
  if (!bearer && claims.accountId !== user?.trim()) throw unauthenticated('User and Password do not belong together.')
  if (claims.role !== 'PROVIDER_REPORTER' || !claims.providerId) throw forbidden('Only providers use these services.')
  if (providerId !== undefined && providerId.trim() !== claims.providerId)
    throw forbidden('ProviderId names another provider than the one this key belongs to.')
  return claims
}

/** What a subgraph that could not answer has to say goes to its own log, not to the caller. */
async function failed({ statusCode, body }: Dispatcher.ResponseData) {
  await body.dump()
  return upstreamUnavailable('A part of the platform does not answer. Please try again.', {
    cause: new Error(`answered ${statusCode}`),
  })
}

const tooManyAtOnce = () =>
  quotaExceeded(`Send at most ${serviceLimits.callsPerProvider} calls at once.`, { hint: 'Wait for an answer first.' })
