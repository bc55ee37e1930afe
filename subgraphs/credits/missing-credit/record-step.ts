import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer, ViewerClaims } from '../../reference/viewer.js'
import { notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { newId } from '../../shared/new-id.js'
import { appendEvents } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { CreditRequest } from './credit-request.js'
import { visibleRequests } from './credit-request.policy.js'
import { RequestStep } from './request-step.js'
import type { CreditRequestStepKind } from './request-words.js'

/** What a viewer may do to a request, as the policies name it. */
type Verb = 'follow up' | 'answer' | 'oversee'

/** Finds a request that the viewer sees and may do something to. Throws NOT_FOUND and FORBIDDEN. */
export async function findRequest(em: EntityManager, requestId: string, viewer: Viewer, verb?: Verb, locked = false) {
  const request = await em.findOneOrFail(
    CreditRequest,
    { $and: [{ requestId: uuid(requestId) }, visibleRequests(viewer)] },
    {
      ...(locked ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {}),
      failHandler: () => notFound('There is no such request, or it is not yours.'),
    },
  )
  if (verb) viewer.must(verb, request)
  return request
}

/** The same, and nobody else changes it before the transaction ends. */
export const holdRequest = (em: EntityManager, requestId: string, viewer: Viewer, verb: Verb) =>
  findRequest(em, requestId, viewer, verb, true)

/** What is kept of something that has happened to a request. */
export interface NewStep {
  kind: CreditRequestStepKind
  /** Null for the clock. */
  by: Pick<ViewerClaims, 'accountId' | 'displayName'> | null
  words?: string | null
  at: Date
}

/** Appends a step to the history of a request that is held, with the event that tells of it, and writes the request. */
export async function recordStep(em: EntityManager, request: CreditRequest, { kind, by, words, at }: NewStep) {
  const { requestId, learnerId, providerId } = request
  await em.flush()
  const [last] = await executeBound<{ sequence: number }>(
    em,
    'select coalesce(max(sequence), 0)::int as sequence from credit_request_step where request_id = $1::uuid',
    [requestId],
  )
  const sequence = (last?.sequence ?? 0) + 1
  const step = { requestId, sequence, kind, byAccount: by?.accountId ?? null, byName: by?.displayName ?? null, at }
  em.create(RequestStep, { ...step, words: words ?? null })
  await em.flush()
  const payload = { requestId, learnerId, providerId, state: request.state, sequence }
  const event = { eventId: newId(), aggregateType: 'credit-request', aggregateId: requestId, payload }
  await appendEvents(em, [{ ...event, type: `CREDIT_REQUEST_${kind}` }])
}

/** How many steps of a kind a request has. */
export const countSteps = (em: EntityManager, { requestId }: CreditRequest, kind: CreditRequestStepKind) =>
  em.count(RequestStep, { requestId, kind })
