import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import type { ExecutedAnswer } from '../executor/compiled-operation.js'

/** What the gateway knows of one request. */
export interface GatewayContext {
  claims: ViewerClaims | undefined
  requestId: string
  /** Takes what an operation may bring back from the caller’s budget. Throws QUOTA_EXCEEDED when there is no more. */
  spend?: (points: number) => Promise<void>
  /** What has been executed for it already, where only the rest of an answer is left to the server. */
  executed?: Promise<ExecutedAnswer>
}
