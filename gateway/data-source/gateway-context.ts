import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'

/** What the gateway knows of one request. */
export interface GatewayContext {
  claims: ViewerClaims | undefined
  requestId: string
}
