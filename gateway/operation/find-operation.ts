import type { IncomingMessage } from 'node:http'
import type { FoundOperation, GivenOperation } from '../../subgraphs/shared/http/graphql-http.js'
import { adHoc } from '../../subgraphs/shared/observe/operation-header.js'
import { nameWork } from '../../subgraphs/shared/observe/work.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { documentInAddress } from './document-in-address.js'
import type { Entrance } from './may-run.js'
import type { OperationRegistry } from './operation-registry.js'
import type { OperationUse } from './operation-use.js'
import { resolveOperation } from './resolve-operation.js'
import { refuseFromAnywhere } from './sent-from-anywhere.js'

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
    const asked = { ...given, addressId: documentInAddress(request.url) }
    const { query, name = adHoc, registered } = await resolveOperation(asked, caller, registry, isDevelopment)
    if (query === given.query) refuseFromAnywhere(request)
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
