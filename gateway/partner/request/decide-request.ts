import { randomBytes } from 'node:crypto'
import { type EntityManager, LockMode } from '@mikro-orm/postgresql'
import { conflict, notFound, unauthenticated } from '../../../subgraphs/shared/errors.js'
import { Account } from '../../account/account.js'
import { hashOf } from '../../api-key/key-text.js'
import { type PartnerDecision, PartnerRequest } from './partner-request.js'

/** How long an invitation waits to be used. */
const invitationMs = 7 * 86_400_000

export interface PartnerVerdict {
  requestId: string
  decision: PartnerDecision
  /** The account of the operator. */
  by: string
}

/**
 * Decides on a request; accepting opens an account and returns the code that signs in to it once. Throws NOT_FOUND, and
 * CONFLICT for what was decided already.
 */
export async function decideRequest(
  em: EntityManager,
  { requestId, decision, by }: PartnerVerdict,
  now: Date,
): Promise<string | undefined> {
  return em.transactional(async (transaction) => {
    const request = await findForChange(transaction, requestId)
    if (request.decision) throw conflict('This request was decided already.')
    request.decision = decision
    request.decidedBy = by
    request.decidedAt = now
    if (decision === 'DECLINED') return undefined
    const accountId = `partner-${randomBytes(5).toString('hex')}`
    const displayName = `${request.name}, ${request.organization}`
    transaction.create(Account, { accountId, displayName, role: 'PARTNER' })
    request.accountId = accountId
    return invite(request, now)
  })
}

/** Another invitation in place of the one before. Throws NOT_FOUND, and CONFLICT for what was not accepted. */
export async function inviteAgain(em: EntityManager, requestId: string, now: Date): Promise<string> {
  return em.transactional(async (transaction) => {
    const request = await findForChange(transaction, requestId)
    if (request.decision !== 'ACCEPTED') throw conflict('Only who was accepted can be invited.')
    return invite(request, now)
  })
}

/** Uses up an invitation; returns the account that it signs in to. Throws UNAUTHENTICATED for one that is unknown, used or too old. */
export async function takeInvitation(em: EntityManager, code: string, now: Date): Promise<string> {
  return em.transactional(async (transaction) => {
    const invitationHash = hashOf(code)
    const request = await transaction.findOne(
      PartnerRequest,
      { invitationHash },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    if (!request?.accountId || !request.invitationEndsAt || request.invitationEndsAt <= now)
      throw unauthenticated('This invitation was used, or is too old. Ask the operator for another one.')
    request.invitationHash = null
    request.invitationEndsAt = null
    return request.accountId
  })
}

async function findForChange(em: EntityManager, requestId: string): Promise<PartnerRequest> {
  const request = await em.findOne(PartnerRequest, { requestId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!request) throw notFound('There is no such request.')
  return request
}

function invite(request: PartnerRequest, now: Date): string {
  const code = randomBytes(32).toString('base64url')
  request.invitationHash = hashOf(code)
  request.invitationEndsAt = new Date(now.getTime() + invitationMs)
  return code
}
