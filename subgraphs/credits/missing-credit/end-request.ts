import { conflict } from '../../shared/errors.js'
import type { CreditRequest } from './credit-request.js'

/** What a request ends with. */
type Ending = Partial<Pick<CreditRequest, 'reason' | 'words' | 'completionId'>>

/** Ends a request: the clock stops. */
export function endRequest(
  request: CreditRequest,
  state: 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN',
  at: Date,
  ending: Ending = {},
): void {
  Object.assign(request, { state, endedAt: at, nextStepOn: null, ...ending } satisfies Partial<CreditRequest>)
}

/** Throws CONFLICT for a request that has ended. */
export function mustBeOpen({ isOpen }: CreditRequest): void {
  if (!isOpen) throw conflict('This request has ended. Load the page again to see how.')
}
