import { LockMode } from '@mikro-orm/core'
import { badInput, conflict } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { ClaimedPointsInput } from '../claimed-points/claimed-points.js'
import { findOffer, type Offer } from '../claimed-points/offered-points.js'
import { allPoints, readPoints } from '../claimed-points/read-points.js'
import type { CreditsContext } from '../context.js'
import { printQuarters } from '../record/issue.js'
import { AttendanceClaim, ClaimState } from './attendance-claim.js'
import { claimsOf } from './check-in.policy.js'
import { syncHours } from './slot-code.js'

/** What a physician has earned by his or her own account: all that is offered where it is not said. */
export interface Earned {
  /** Credits in quarters. */
  credits?: number | null
  points?: readonly ClaimedPointsInput[] | null
}

/**
 * Claims credit for having been at a check-in, and points of boards with it. A claim that was made already stays as it is,
 * so that asking again is safe. Throws CONFLICT where the scan is too long ago.
 */
export async function claimCredit(
  claimId: string,
  earned: Earned,
  tools: Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now'>,
): Promise<AttendanceClaim> {
  const { em, viewer, now } = tools
  const own = { $and: [{ claimId: uuid(claimId) }, claimsOf(viewer.ownLearnerId())] }
  const found = { populate: ['checkIn'] as const }
  const scanned = await em.fork().findOneOrFail(AttendanceClaim, own, found)
  if (scanned.state !== ClaimState.SCANNED) return scanned
  const offer = await findOffer(scanned.checkIn.activityId, scanned.completedOn, tools)
  const claimed = readEarned(earned, scanned, offer, now())
  await em.fork().transactional(async (transaction) => {
    const lock = { ...found, lockMode: LockMode.PESSIMISTIC_WRITE, lockTableAliases: ['a0'] }
    const claim = await transaction.findOneOrFail(AttendanceClaim, own, lock)
    if (claim.state !== ClaimState.SCANNED) return
    Object.assign(claim, { ...claimed, state: ClaimState.WAITING, claimedAt: now() })
  })
  return em.findOneOrFail(AttendanceClaim, own, found)
}

function readEarned(
  earned: Earned,
  { creditsOffered, receivedAt }: AttendanceClaim,
  offer: Offer,
  now: Date,
): Pick<AttendanceClaim, 'credits' | 'boardPoints'> {
  const credits = earned.credits ?? creditsOffered
  if (credits <= 0 || credits > creditsOffered)
    throw badInput(`Claim more than 0 and at most ${printQuarters(creditsOffered)} credits.`)
  if (now.getTime() - receivedAt.getTime() > syncHours * 3_600_000)
    throw conflict(
      `Credit can be claimed up to ${syncHours} hours after you checked in. Ask the provider to report it.`,
    )
  const boardPoints = earned.points ? readPoints(earned.points, offer, credits) : allPoints(offer, credits)
  return { credits, boardPoints }
}
