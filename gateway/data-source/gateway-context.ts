import type { ServerResponse } from 'node:http'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { httpLimits } from '../../subgraphs/shared/http/limits.js'
import type { ExecutedAnswer } from '../executor/compiled-operation.js'

/** What the gateway knows of one request. */
export interface GatewayContext {
  claims: ViewerClaims | undefined
  requestId: string
  /** Takes what an operation may bring back from the caller’s budget. Throws QUOTA_EXCEEDED when there is no more. */
  spend?: (points: number) => Promise<void>
  /** What has been executed for it already, where only the rest of an answer is left to the server. */
  executed?: Promise<ExecutedAnswer>
  /** When an answer is of no use any more, in milliseconds that only ever grow. */
  until?: number
  /** The way of the answer to whoever asks. Left out where others may want the same answer. */
  line?: { readonly destroyed: boolean }
}

/** How long whoever asks waits for an answer, and on which line. */
export const waitingOn = (line: ServerResponse | undefined): Pick<GatewayContext, 'until' | 'line'> => ({
  until: performance.now() + httpLimits.operationMs,
  line,
})
