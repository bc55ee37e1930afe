import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { uuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { AttendanceClaim, AttendanceClaimConnection, ClaimState } from './attendance-claim.js'
import { CheckIn, CheckInConnection, CheckInInput, SlotCodes } from './check-in.js'
import { visibleCheckIns, visibleClaims } from './check-in.policy.js'
import { closeCheckIn, maxOpen, openCheckIn } from './open-check-in.js'
import { maxCodes, showCodes } from './show-codes.js'

@ArgsType()
class ClaimListArgs extends PageArgs {
  @Field(() => ClaimState, { nullable: true, description: 'Only claims that stand so.' })
  state?: ClaimState | null
}

/** What a provider does with check-ins. */
@Resolver(() => CheckIn)
export class CheckInResolver {
  @Query(() => CheckInConnection, {
    description: 'The check-ins to one of your activities, the one that opens last first.',
  })
  async checkIns(
    @Arg('activityId', () => ID, { description: 'Nine digits.' }) activityId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<CheckIn>> {
    const checkIns = await em.find(
      CheckIn,
      { $and: [visibleCheckIns(viewer), { activityId }, opensBefore(args.after)] },
      {
        orderBy: [{ opensAt: 'desc' }, { checkInId: 'desc' }],
        limit: pageSize(args) + 1,
      },
    )
    return toConnection(
      checkIns,
      args,
      ({ opensAt, checkInId }) => [opensAt.toISOString(), checkInId],
      (checkIn) => checkIn,
    )
  }

  @Query(() => CheckIn, { description: 'One check-in. NOT_FOUND when there is none or it is not yours.' })
  checkIn(
    @Arg('checkInId', () => ID, { description: 'Id of the check-in.' }) checkInId: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<CheckIn> {
    return em.findOneOrFail(CheckIn, { $and: [{ checkInId: uuid(checkInId) }, visibleCheckIns(viewer)] })
  }

  @Mutation(() => CheckIn, {
    description: `Opens a check-in to an active activity of your provider. BAD_USER_INPUT says what does not fit the activity, QUOTA_EXCEEDED where ${maxOpen} are open or waiting.`,
  })
  openCheckIn(
    @Arg('input', () => CheckInInput, { description: 'When, where, and for how much credit.' }) input: CheckInInput,
    @Ctx() context: CreditsContext,
  ): Promise<CheckIn> {
    return openCheckIn(input, context)
  }

  @Mutation(() => CheckIn, {
    description: 'Ends a check-in now: no code of it is shown or taken any more. What was claimed stays claimed.',
  })
  async closeCheckIn(
    @Arg('checkInId', () => ID, { description: 'Id of the check-in.' }) checkInId: string,
    @Ctx() { em, viewer, now }: CreditsContext,
  ): Promise<CheckIn> {
    const own = { $and: [{ checkInId: uuid(checkInId) }, visibleCheckIns(viewer)] }
    const checkIn = await em.findOneOrFail(CheckIn, own)
    viewer.must('close', checkIn)
    return closeCheckIn(checkIn, em, now())
  }

  @FieldResolver(() => SlotCodes, {
    description:
      'The codes to show from now on. For people who report for its provider, FORBIDDEN for others; CONFLICT where it has closed.',
  })
  async codes(
    @Root() checkIn: CheckIn,
    @Arg('first', () => Int, { defaultValue: 20, description: `How many codes, 1 to ${maxCodes}.` }) first: number,
    @Ctx() { em, viewer, now }: Pick<CreditsContext, 'em' | 'viewer' | 'now'>,
  ): Promise<SlotCodes> {
    viewer.must('show', checkIn)
    if (first < 1 || first > maxCodes) throw badInput(`Ask for 1 to ${maxCodes} codes.`)
    await em.populate(checkIn, ['secret'])
    return showCodes(checkIn, first, now())
  }

  @FieldResolver(() => AttendanceClaimConnection, { description: 'Who has checked in, the newest first.' })
  claims(
    @Root() { checkInId }: CheckIn,
    @Args(() => ClaimListArgs) args: ClaimListArgs,
    @Ctx() context: CreditsContext,
  ): Promise<Connection<AttendanceClaim>> {
    return findClaims(args, { checkIn: checkInId }, context)
  }
}

/** Claims that the viewer may see, the newest first. */
@Resolver(() => AttendanceClaim)
export class ClaimListResolver {
  @Query(() => AttendanceClaimConnection, {
    description: 'A physician’s own claims, or those at the check-ins of your provider; the newest first.',
  })
  attendanceClaims(
    @Args(() => ClaimListArgs) args: ClaimListArgs,
    @Ctx() context: CreditsContext,
  ): Promise<Connection<AttendanceClaim>> {
    return findClaims(args, {}, context)
  }
}

async function findClaims(
  args: ClaimListArgs,
  of: { checkIn?: string },
  { em, viewer }: Pick<CreditsContext, 'em' | 'viewer'>,
): Promise<Connection<AttendanceClaim>> {
  const ofState = args.state ? { state: args.state } : {}
  const claims = await em.find(
    AttendanceClaim,
    { $and: [visibleClaims(viewer), of, ofState, receivedBefore(args.after)] },
    {
      populate: ['checkIn'],
      orderBy: [{ receivedAt: 'desc' }, { claimId: 'desc' }],
      limit: pageSize(args) + 1,
    },
  )
  return toConnection(
    claims,
    args,
    ({ receivedAt, claimId }) => [receivedAt.toISOString(), claimId],
    (claim) => claim,
  )
}

function opensBefore(after: string | null | undefined) {
  if (!after) return {}
  const [at, checkInId] = fromCursor(after, ['INSTANT', 'UUID'])
  const opensAt = new Date(at)
  return { $or: [{ opensAt: { $lt: opensAt } }, { opensAt, checkInId: { $lt: checkInId } }] }
}

function receivedBefore(after: string | null | undefined) {
  if (!after) return {}
  const [at, claimId] = fromCursor(after, ['INSTANT', 'UUID'])
  const receivedAt = new Date(at)
  return { $or: [{ receivedAt: { $lt: receivedAt } }, { receivedAt, claimId: { $lt: claimId } }] }
}
