import { centralDay } from '../../reference/central-day.js'
import { conflict, quotaExceeded } from '../../shared/errors.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { CreditsContext } from '../context.js'
import { lockAsking, refuseTooMany } from './ask-bounds.js'
import { nextStepOn } from './clock.js'
import type { CreditRequest } from './credit-request.js'
import { endRequest, mustBeOpen } from './end-request.js'
import { requestLimits } from './limits.js'
import { readWords } from './read-ask.js'
import { countSteps, findRequest, holdRequest, recordStep } from './record-step.js'
import { findReported, prepareRequest } from './request-row.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** Adds words of the physician to a request that is open. */
export async function addNote(requestId: string, words: string, { em, viewer, now }: Tools): Promise<CreditRequest> {
  const said = readWords(words)
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'follow up')
    mustBeOpen(request)
    if ((await countSteps(transaction, request, 'NOTED')) >= requestLimits.notes)
      throw quotaExceeded(`A request has at most ${requestLimits.notes} notes.`)
    await recordStep(transaction, request, { kind: 'NOTED', by: viewer.signedIn(), words: said, at: now() })
    return request
  })
}

/** Takes a request back; one that was taken back already is left as it is. */
export async function withdrawRequest(requestId: string, { em, viewer, now }: Tools): Promise<CreditRequest> {
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'follow up')
    if (request.state === 'WITHDRAWN') return request
    mustBeOpen(request)
    endRequest(request, 'WITHDRAWN', now())
    await recordStep(transaction, request, { kind: 'WITHDRAWN', by: viewer.signedIn(), at: now() })
    return request
  })
}

/** Asks once more for what was rejected, saying why; the clock begins anew. */
export async function askAgain(requestId: string, words: string, tools: Tools): Promise<CreditRequest> {
  const { em, owners, viewer, now } = tools
  const said = readWords(words)
  const found = await findRequest(em, requestId, viewer, 'follow up')
  const { providerId } = found
  const prepare = async () => (found.activityId ? prepareRequest(found, found.activityId, owners) : null)
  return inTime(await prepare(), prepare, (chunk) =>
    em.fork().transactional(async (transaction) => {
      await lockAsking(transaction, found.learnerId)
      const reported = chunk && (await findReported(transaction, chunk, { providerId, tools, isNew: false }))
      if (reported) throw conflict('This credit is on your record by now.')
      const request = await holdRequest(transaction, requestId, viewer, 'follow up')
      if (!request.mayAskAgain) throw conflict('A request can be asked again once, after it was rejected.')
      await refuseTooMany(transaction, request.learnerId, now())
      const askedOn = centralDay(now())
      Object.assign(request, {
        state: 'REQUESTED',
        timesAsked: request.timesAsked + 1,
        askedOn,
        clockSteps: 0,
        nextStepOn: nextStepOn(askedOn, 0),
        reason: null,
        words: null,
        endedAt: null,
      } satisfies Partial<CreditRequest>)
      await recordStep(transaction, request, { kind: 'ASKED_AGAIN', by: viewer.signedIn(), words: said, at: now() })
      return request
    }),
  )
}
