import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { parseState } from '../../reference/states.js'
import { badInput, conflict } from '../../shared/errors.js'
import { isUuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { AttendanceClaim, ClaimState, type ScanInput } from './attendance-claim.js'
import { CheckIn } from './check-in.js'
import { claimsOf } from './check-in.policy.js'
import { noteMiss, refuseGuessing } from './guess-limit.js'
import { type CodeVerdict, judgeCode, readCode, syncHours } from './slot-code.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>
type Accepted = Extract<CodeVerdict, { slot: number }>

/**
 * Exchanges a code for a claim that belongs to the physician who asks, while the code is on the screen or, for one that
 * had no network, later and flagged. Each physician has one claim at a check-in: scanning again brings back the same.
 */
export async function scanCode(input: ScanInput, tools: Tools): Promise<AttendanceClaim> {
  const { em, viewer, now } = tools
  const learnerId = viewer.ownLearnerId()
  const { secondsAgo } = input
  if (secondsAgo < 0) throw badInput('A code cannot be scanned in the future. Set the clock of the device.')
  if (!isUuid(input.deviceId)) throw badInput('The id of a device is a UUID that it has made up once.')
  await refuseGuessing(em, learnerId, now())
  const code = readCode(input.code)
  const checkIn = code && (await em.fork().findOne(CheckIn, { room: code.room }, { populate: ['secret'] }))
  const before = checkIn && (await findClaim(em.fork(), checkIn.checkInId, learnerId))
  if (before) return before
  const verdict: CodeVerdict = checkIn
    ? judgeCode(code, checkIn, { ...checkIn, now: now(), secondsAgo })
    : { kind: 'WRONG' }
  if (checkIn && 'slot' in verdict) return exchange(checkIn.checkInId, verdict, input, tools)
  if (verdict.kind === 'WRONG') await noteMiss(em, learnerId, now())
  throw refusals[verdict.kind as Refused]()
}

type Refused = Exclude<CodeVerdict, Accepted>['kind']

const refusals: Record<Refused, () => Error> = {
  WRONG: () =>
    badInput('This code fits no check-in that is open, or it has run out. Use the one that is on the screen now.'),
  RUN_OUT: () => conflict('This code has run out. Use the one that is on the screen now.'),
  TOO_LATE: () =>
    conflict(`A check-in can be sent up to ${syncHours} hours after the scan. Ask the provider to report your credit.`),
}

async function exchange(
  checkInId: string,
  { kind, slot }: Accepted,
  { secondsAgo, deviceId }: ScanInput,
  { em, owners, viewer, now, newId }: Tools,
): Promise<AttendanceClaim> {
  const learnerId = viewer.ownLearnerId()
  const { givenName, familyName, degree, licenses } = await owners.physician(viewer.signedIn())
  const licensingState = parseState(licenses[0]?.state ?? '')
  if (!licensingState) throw conflict('No license of yours is on file, and CME credit is reported by license.')
  await em.fork().transactional(async (transaction) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE }
    const checkIn = await transaction.findOneOrFail(CheckIn, { checkInId }, lock)
    if (await findClaim(transaction, checkInId, learnerId)) return
    checkIn.attendees += 1
    const isLate = kind === 'LATE'
    transaction.create(AttendanceClaim, {
      claimId: newId(),
      checkIn,
      providerId: checkIn.providerId,
      learnerId,
      givenName,
      familyName,
      degree,
      licensingState,
      state: ClaimState.SCANNED,
      slot,
      attendeeNumber: checkIn.attendees,
      isLate,
      deviceId,
      scannedAt: isLate ? new Date(now().getTime() - secondsAgo * 1_000) : now(),
      receivedAt: now(),
    })
  })
  const claim = await findClaim(em.fork(), checkInId, learnerId)
  if (!claim) throw new Error(`Nobody has checked in to ${checkInId}.`)
  return claim
}

const findClaim = (em: EntityManager, checkInId: string, learnerId: string) =>
  em.findOne(AttendanceClaim, { $and: [{ checkIn: checkInId }, claimsOf(learnerId)] }, { populate: ['checkIn'] })
