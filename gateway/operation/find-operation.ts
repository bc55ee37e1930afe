import type { IncomingMessage } from 'node:http'
import type { FoundOperation, GivenOperation } from '../../subgraphs/shared/http/graphql-http.js'
import { adHoc } from '../../subgraphs/shared/observe/operation-header.js'
import { nameWork } from '../../subgraphs/shared/observe/work.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { Entrance } from './may-run.js'
import type { OperationRegistry } from './operation-registry.js'
import type { OperationUse } from './operation-use.js'
import { resolveOperation } from './resolve-operation.js'

export interface FindOptions {
  registry: OperationRegistry
  use: Pick<OperationUse, 'add'>
  /** True where developers ask what they like. */
  isDevelopment: boolean
}

/** Finds what each request means, says its name to those who watch, and counts the use of what is registered. */
export const findOperation =
  ({ registry, use, isDevelopment }: FindOptions) =>
  async (given: GivenOperation, { claims }: GatewayContext, request: IncomingMessage): Promise<FoundOperation> => {
    const caller = { entrance: entranceOf(request, claims), claims }
    const { query, name = adHoc, registered } = await resolveOperation(given, caller, registry, isDevelopment)
    nameWork(name, String(query))
    if (!registered) return { query }
    const started = performance.now()
    const { accountId, operationId } = registered
    return { query, onAnswer: (isFailure) => use.add(accountId, operationId, performance.now() - started, isFailure) }
  }

/** How somebody comes in: by a key, by a token, or from a page. */
export function entranceOf({ headers }: IncomingMessage, claims: GatewayContext['claims']): Entrance {
  if (claims?.scopes) return 'KEY'
  return headers.authorization === undefined ? 'PAGE' : 'TOKEN'
}
