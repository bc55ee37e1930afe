import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { inTime } from '../../shared/upload/in-time.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { CreditsContext } from '../context.js'
import { lockRecording } from '../record/record-lock.js'
import type { Verdict } from '../record/verdict.js'
import { recordChunk } from '../submission/record-chunk.js'
import { only } from '../submission/submit-completions.js'
import type { CreditRequest } from './credit-request.js'
import { endRequest, mustBeOpen } from './end-request.js'
import { readWords } from './read-ask.js'
import { findRequest, holdRequest, recordStep } from './record-step.js'
import { prepareRequest } from './request-row.js'
import type { CreditRejectionReason } from './request-words.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** A request after its answer, and the row that a confirmation was judged as; null where there was nothing to do. */
export interface Answered {
  request: CreditRequest
  batchId: string | null
  row: Verdict | null
}

/**
 * Confirms a request: the credit is recorded on the path of every row, about the physician who asked. Credit that was
 * reported meanwhile confirms it too. What the rules refuse is not recorded, and the request stays open.
 */
export async function confirmRequest(requestId: string, activityId: string | null, tools: Tools): Promise<Answered> {
  const { em, owners, viewer, now } = tools
  const found = await findRequest(em, requestId, viewer, 'answer')
  if (found.state === 'CONFIRMED') return { request: found, batchId: null, row: null }
  mustBeOpen(found)
  const of = activityOf(found, activityId)
  const prepare = () => prepareRequest(found, of, owners)
  return inTime(await prepare(), prepare, (chunk) =>
    em.fork().transactional(async (transaction) => {
      await lockRecording(transaction, [found.providerId])
      const request = await holdRequest(transaction, requestId, viewer, 'answer')
      if (request.state === 'CONFIRMED') return { request, batchId: null, row: null }
      mustBeOpen(request)
      const { batch, verdicts } = await recordChunk(transaction, chunk, tools)
      const row = only(verdicts)
      if (row.completionId) {
        endRequest(request, 'CONFIRMED', now(), { completionId: row.completionId })
        const kind = row.outcome === RowOutcome.DUPLICATE ? 'ALREADY_REPORTED' : 'CONFIRMED'
        await recordStep(transaction, request, { kind, by: viewer.signedIn(), at: now() })
      }
      return { request, batchId: batch.batchId, row }
    }),
  )
}

/** An activity that was only described is named by the provider; any other stays what the physician chose. */
function activityOf(request: CreditRequest, given: string | null): string {
  if (request.activityId && given && given !== request.activityId)
    throw badInput('The physician asked for another activity. Reject the request and say which one it was.')
  const activityId = request.activityId ?? given
  if (!activityId) throw badInput('The physician described the activity in words. Choose which of yours it is.')
  return activityId
}

/** Rejects a request with a reason, and in words where the reason alone says nothing. */
export async function rejectRequest(
  requestId: string,
  { reason, words }: { reason: CreditRejectionReason; words?: string | null },
  { em, viewer, now }: Tools,
): Promise<CreditRequest> {
  const said = words?.trim() || reason === 'OTHER' ? readWords(words ?? '') : null
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'answer')
    if (request.state === 'REJECTED') return request
    mustBeOpen(request)
    endRequest(request, 'REJECTED', now(), { reason, words: said })
    await recordStep(transaction, request, { kind: 'REJECTED', by: viewer.signedIn(), words: said, at: now() })
    return request
  })
}

/** Ends a request by pointing to a record of the provider that has the credit. */
export async function pointToRecord(
  requestId: string,
  completionId: string,
  { em, viewer, now }: Tools,
): Promise<CreditRequest> {
  return em.transactional(async (transaction) => {
    const request = await holdRequest(transaction, requestId, viewer, 'answer')
    if (request.state === 'CONFIRMED' && request.completionId === completionId) return request
    mustBeOpen(request)
    if (!(await stands(transaction, request, uuid(completionId))))
      throw notFound('You have no such record of this physician. Choose one from the list.')
    endRequest(request, 'CONFIRMED', now(), { completionId })
    await recordStep(transaction, request, { kind: 'ALREADY_REPORTED', by: viewer.signedIn(), at: now() })
    return request
  })
}

async function stands(em: EntityManager, { learnerId, providerId }: CreditRequest, completionId: string) {
  const found = await executeBound(
    em,
    `select from live_credit
     where completion_id = $1::uuid and provider_id = $2 and learner_id = any(same_learner($3::uuid)) limit 1`,
    [completionId, providerId, learnerId],
  )
  return found.length > 0
}
