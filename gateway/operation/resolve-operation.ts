import { forbidden, persistedQueryNotFound } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { asksOnlyForSchema, mayExplore } from '../policy/exploration.js'
import { operationIdOf } from './judge-operation.js'
import { type Entrance, mayRunAdHoc } from './may-run.js'
import { type NamingRequest, namedDocument } from './named-document.js'
import type { OperationRegistry } from './operation-registry.js'

/** Which text is run for a request, and for which registered operation its use counts. */
export interface ResolvedOperation {
  query: unknown
  /** Its name, for what is registered or came with our pages. */
  name?: string
  registered?: { accountId: string; operationId: string }
}

export interface Caller {
  entrance: Entrance
  claims: GatewayContext['claims']
}

/**
 * Finds the text that a request means: one it names, or the one it sends, where it may. Programs run what their account has
 * registered, pages what came with their build. Throws PERSISTED_QUERY_NOT_FOUND for a name that is not known to the caller,
 * FORBIDDEN for a text that has to be registered first.
 */
export async function resolveOperation(
  request: NamingRequest,
  { entrance, claims }: Caller,
  registry: OperationRegistry,
  isDevelopment: boolean,
): Promise<ResolvedOperation> {
  const named = namedDocument(request, operationIdOf)
  if (!named) {
    const { query } = request
    if (typeof query !== 'string' || mayRunAdHoc(entrance, claims?.role, isDevelopment)) return { query }
    if (mayExplore(claims?.role, false) && asksOnlyForSchema(query)) return { query }
    return (await find(operationIdOf(query), { entrance, claims }, registry)) ?? refuse(entrance)
  }
  const found = await find(named.operationId, { entrance, claims }, registry)
  if (found) return found
  if (named.isApollo) throw persistedQueryNotFound('PersistedQueryNotFound')
  throw persistedQueryNotFound('No operation of that hash is known here.', {
    hint: 'Register it by POST /operations.',
  })
}

async function find(
  operationId: string,
  { entrance, claims }: Caller,
  registry: OperationRegistry,
): Promise<ResolvedOperation | undefined> {
  const accountId = claims?.accountId
  const registered = accountId === undefined ? undefined : await registry.partnerOperation(accountId, operationId)
  if (registered && accountId !== undefined)
    return { query: registered.text, name: registered.name, registered: { accountId, operationId } }
  const own = entrance === 'KEY' ? undefined : registry.ownOperation(operationId)
  return own && { query: own.text, name: own.name }
}

function refuse(entrance: Entrance): never {
  if (entrance === 'KEY')
    throw forbidden('A key runs only operations that are registered for its account.', {
      hint: 'Register it by POST /operations, which also tells what it costs.',
    })
  throw forbidden('Only operations that came with our pages are run here.', {
    hint: 'Ask with a key, and register your operations by POST /operations.',
  })
}
