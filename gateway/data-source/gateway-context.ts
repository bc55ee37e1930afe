import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import type { ExecutedAnswer } from '../executor/compiled-operation.js'

/** What the gateway knows of one request. */
export interface GatewayContext {
  claims: ViewerClaims | undefined
  requestId: string
  /** What has been executed for it already, where only the rest of an answer is left to the server. */
  executed?: ExecutedAnswer
}
