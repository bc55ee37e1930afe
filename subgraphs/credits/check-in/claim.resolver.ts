import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { Amount } from '../../shared/graphql/scalars.js'
import { ClaimedPointsInput } from '../claimed-points/claimed-points.js'
import type { CreditsContext } from '../context.js'
import { AttendanceClaim, ScanInput } from './attendance-claim.js'
import { claimCredit } from './claim-credit.js'
import { approveClaims, maxDecided, rejectClaims } from './decide-claims.js'
import { maxMisses } from './guess-limit.js'
import { scanCode } from './scan-code.js'
import { graceSeconds, syncHours } from './slot-code.js'

/** What physicians claim in the room, and what providers answer. */
@Resolver(() => AttendanceClaim)
export class ClaimResolver {
  @Mutation(() => AttendanceClaim, {
    description: `Checks a physician in by a code of the screen, which is taken in its slot and ${graceSeconds} seconds longer. A code that was scanned without a network is taken up to ${syncHours} hours later and flagged LATE. Again at the same check-in: the same claim. CONFLICT for a code that has run out; BAD_USER_INPUT for one that is none, and QUOTA_EXCEEDED after ${maxMisses} such in an hour.`,
  })
  scanCheckIn(
    @Arg('input', () => ScanInput, { description: 'The code.' }) input: ScanInput,
    @Ctx() context: CreditsContext,
  ): Promise<AttendanceClaim> {
    return scanCode(input, context)
  }

  @Mutation(() => AttendanceClaim, {
    description: `Claims credit for having been there, and points of boards with it; the provider has to approve them before they count. A claim that was made stays as it was. BAD_USER_INPUT for more than is offered, CONFLICT more than ${syncHours} hours after checking in.`,
  })
  claimAttendance(
    @Arg('claimId', () => ID, { description: 'Id of your own claim.' }) claimId: string,
    @Arg('credits', () => Amount, { nullable: true, description: 'Credits earned; all that are offered when omitted.' })
    credits: number | null,
    @Arg('points', () => [ClaimedPointsInput], {
      nullable: true,
      description:
        'MOC/CC points earned with them, one entry a board; all of claimablePoints that fit the credits when omitted, none for an empty list.',
    })
    points: ClaimedPointsInput[] | null,
    @Ctx() context: CreditsContext,
  ): Promise<AttendanceClaim> {
    return claimCredit(claimId, { credits, points }, context)
  }

  @Mutation(() => [AttendanceClaim], {
    description: `Approves up to ${maxDecided} claims: each becomes a record by the same rules as every row, for the physician whose account has claimed it. Its credits and the points of each board stand or fall alone, and issues say what could not be recorded. One that cannot be recorded keeps waiting, with its issues. NOT_FOUND where one is not yours, CONFLICT where one is SCANNED.`,
  })
  approveClaims(
    @Arg('claimIds', () => [ID], { description: `1 to ${maxDecided} claims that wait or were rejected.` })
    claimIds: string[],
    @Ctx() context: CreditsContext,
  ): Promise<AttendanceClaim[]> {
    return approveClaims(claimIds, context)
  }

  @Mutation(() => [AttendanceClaim], {
    description: `Rejects up to ${maxDecided} claims that wait. NOT_FOUND where one is not yours, CONFLICT where one is SCANNED or on record.`,
  })
  rejectClaims(
    @Arg('claimIds', () => [ID], { description: `1 to ${maxDecided} claims.` }) claimIds: string[],
    @Arg('reason', () => String, { description: 'Why, in words for the physicians; 1 to 500 characters.' })
    reason: string,
    @Ctx() context: CreditsContext,
  ): Promise<AttendanceClaim[]> {
    return rejectClaims(claimIds, reason, context)
  }
}
