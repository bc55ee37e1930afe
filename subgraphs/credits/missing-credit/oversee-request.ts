import { centralDay } from '../../reference/central-day.js'
import { conflict, quotaExceeded } from '../../shared/errors.js'
import type { CreditsContext } from '../context.js'
import type { CreditRequest } from './credit-request.js'
import { endRequest, mustBeOpen } from './end-request.js'
import { requestLimits } from './limits.js'
import { readWords } from './read-ask.js'
import { countSteps, holdRequest, recordStep } from './record-step.js'
import { RequestStep } from './request-step.js'

type Tools = Pick<CreditsContext, 'em' | 'viewer' | 'now'>

/** Reminds a provider of a request that it has left without an answer; once a day at most. */
export async function remindByOperator(requestId: string, { em, viewer, now }: Tools): Promise<CreditRequest> {
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'oversee')
    mustBeOpen(request)
    const kind = 'REMINDED_BY_OPERATOR'
    const last = await transaction.findOne(RequestStep, { requestId, kind }, { orderBy: { sequence: 'desc' } })
    if (last && centralDay(last.at) === centralDay(now()))
      throw conflict('The provider was reminded today. Remind it again tomorrow.')
    if ((await countSteps(transaction, request, kind)) >= requestLimits.operatorReminders)
      throw quotaExceeded(
        `The provider was reminded ${requestLimits.operatorReminders} times. Close the request instead.`,
      )
    await recordStep(transaction, request, { kind, by: viewer.signedIn(), at: now() })
    return request
  })
}

/** Closes a request that its provider never answered; the physician reads why, and may ask once more. */
export async function closeRequest(
  requestId: string,
  words: string,
  { em, viewer, now }: Tools,
): Promise<CreditRequest> {
  const said = readWords(words)
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'oversee')
    mustBeOpen(request)
    endRequest(request, 'REJECTED', now(), { reason: 'NO_ANSWER', words: said })
    await recordStep(transaction, request, { kind: 'CLOSED', by: viewer.signedIn(), words: said, at: now() })
    return request
  })
}
