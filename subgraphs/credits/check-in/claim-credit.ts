import { LockMode } from '@mikro-orm/core'
import { badInput, conflict } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { printQuarters } from '../record/issue.js'
import { AttendanceClaim, ClaimState } from './attendance-claim.js'
import { claimsOf } from './check-in.policy.js'
import { syncHours } from './slot-code.js'

/**
 * Claims credit for having been at a check-in; all that is offered where no amount is said. A claim that was made already
 * stays as it is, so that asking again is safe. Throws CONFLICT where the scan is too long ago.
 */
export async function claimCredit(
  claimId: string,
  credits: number | null | undefined,
  { em, viewer, now }: Pick<CreditsContext, 'em' | 'viewer' | 'now'>,
): Promise<AttendanceClaim> {
  const own = { $and: [{ claimId: uuid(claimId) }, claimsOf(viewer.ownLearnerId())] }
  const found = { populate: ['checkIn'] as const }
  await em.fork().transactional(async (transaction) => {
    const lock = { ...found, lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'] }
    const claim = await transaction.findOneOrFail(AttendanceClaim, own, lock)
    if (claim.state !== ClaimState.SCANNED) return
    const { creditsOffered, receivedAt } = claim
    const amount = credits ?? creditsOffered
    if (amount <= 0 || amount > creditsOffered)
      throw badInput(`Claim more than 0 and at most ${printQuarters(creditsOffered)} credits.`)
    if (now().getTime() - receivedAt.getTime() > syncHours * 3_600_000)
      throw conflict(
        `Credit can be claimed up to ${syncHours} hours after you checked in. Ask the provider to report it.`,
      )
    Object.assign(claim, { state: ClaimState.WAITING, credits: amount, claimedAt: now() })
  })
  return em.findOneOrFail(AttendanceClaim, own, found)
}
