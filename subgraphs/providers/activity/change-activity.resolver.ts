import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { MocAttestation as AttestationCode } from '../../reference/attestations.js'
import type { ProvidersContext } from '../context.js'
import { activateActivity } from './activate-activity.js'
import { MocAttestation } from './activity-enums.js'
import {
  ActivityInput,
  ActivityItemInput,
  BoardRegistrationInput,
  fieldsOf,
  MocRegistrationInput,
  registrationOf,
} from './activity-input.js'
import { ActivityOutcome, ActivityResult, performedResult, SaveActivitiesResult, toResult } from './activity-result.js'
import { performVerb } from './change/perform-verb.js'
import { closeActivity } from './close-activity.js'
import { copyActivity } from './copy-activity.js'
import { deleteActivity } from './delete-activity.js'
import { reopenActivity } from './reopen-activity.js'
import { maxItems, saveActivities } from './save-activities.js'
import { saveActivity } from './save-activity.js'
import { undoActivity } from './undo-activity.js'

const refusals = 'NOT_FOUND when it is not yours; CONFLICT when somebody has changed it since.'

@ArgsType()
class OneActivityArgs {
  @Field(() => ID, { description: 'Nine digits.' })
  activityId!: string

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; when there is a newer one, the answer is CONFLICT and says what changed.',
  })
  expectedVersion?: number | null
}

/** Everything that a provider does with its activities. */
@Resolver()
export class ChangeActivityResolver {
  @Mutation(() => ActivityResult, {
    description: `Adds an activity as a draft, or changes one. A draft is saved as far as it goes, so that it can be saved while somebody types; an active activity is never saved in a state that breaks a rule, and the answer keeps what was entered. ${refusals}`,
  })
  async saveActivity(
    @Arg('activityId', () => ID, { nullable: true, description: 'Nine digits; without it, a new activity.' })
    activityId: string | null,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you saw.' })
    expectedVersion: number | null,
    @Arg('input', () => ActivityInput, { description: 'The fields to change.' }) input: ActivityInput,
    @Arg('mocRegistrations', () => [BoardRegistrationInput], {
      nullable: true,
      description: 'Boards to register for or to withdraw from; others stay.',
    })
    registrations: BoardRegistrationInput[] | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'True to judge it and save nothing.' })
    dryRun: boolean,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityResult> {
    const row = {
      activityId,
      expectedVersion,
      fields: fieldsOf(input),
      mocRegistrations: registrations?.map(registrationOf),
    }
    return toResult(await saveActivity(context, row, dryRun))
  }

  @Mutation(() => SaveActivitiesResult, {
    description: `Saves a list of activities; each has its own outcome. The same list again is UNCHANGED. At most ${maxItems}.`,
  })
  async saveActivities(
    @Arg('items', () => [ActivityItemInput], { description: `1 to ${maxItems} activities.` })
    items: ActivityItemInput[],
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'True to judge them and save nothing; new ones then have ids that begin with `new-`.',
    })
    dryRun: boolean,
    @Ctx() context: ProvidersContext,
  ): Promise<SaveActivitiesResult> {
    const results = (await saveActivities(context, items, dryRun)).map((verdict, index) => ({
      ...toResult(verdict),
      index,
    }))
    const counts = Object.values(ActivityOutcome)
      .map((outcome) => ({ outcome, count: results.filter((result) => result.outcome === outcome).length }))
      .filter(({ count }) => count > 0)
    return { items: results, counts }
  }

  @Mutation(() => ActivityResult, { description: `Makes a draft active when its data are complete (A39). ${refusals}` })
  async activateActivity(@Args() args: OneActivityArgs, @Ctx() context: ProvidersContext): Promise<ActivityResult> {
    return performedResult(await performVerb(context, args.activityId, activateActivity, args.expectedVersion))
  }

  @Mutation(() => ActivityResult, {
    description: `Closes an activity when all its data are in (A40, A41). ${refusals}`,
  })
  async closeActivity(@Args() args: OneActivityArgs, @Ctx() context: ProvidersContext): Promise<ActivityResult> {
    return performedResult(await performVerb(context, args.activityId, closeActivity, args.expectedVersion))
  }

  @Mutation(() => ActivityResult, {
    description: `Reopens a closed activity, until its reporting year is closed; then only the operator can (R06). ${refusals}`,
  })
  async reopenActivity(@Args() args: OneActivityArgs, @Ctx() context: ProvidersContext): Promise<ActivityResult> {
    return performedResult(await performVerb(context, args.activityId, reopenActivity, args.expectedVersion))
  }

  @Mutation(() => ActivityResult, {
    description: `Takes an activity back for good, unless completions of it are accepted (A42). ${refusals}`,
  })
  async deleteActivity(@Args() args: OneActivityArgs, @Ctx() context: ProvidersContext): Promise<ActivityResult> {
    const performed = await performVerb(context, args.activityId, deleteActivity, args.expectedVersion)
    return performedResult(performed, ActivityOutcome.DELETED)
  }

  @Mutation(() => ActivityResult, {
    description: `Enters an activity again as a new draft, without what belongs to one occasion: days, counts, support and your own id. ${refusals}`,
  })
  async copyActivity(
    @Arg('activityId', () => ID, { description: 'The activity to repeat.' }) activityId: string,
    @Arg('input', () => ActivityInput, { nullable: true, description: 'What is different this time.' })
    changes: ActivityInput | null,
    @Arg('attestations', () => [MocAttestation], {
      defaultValue: [],
      description: 'All five undertakings, for its registrations to come along (M09); without them none does.',
    })
    attestations: AttestationCode[],
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityResult> {
    return toResult(await copyActivity(context, activityId, changes ?? {}, attestations))
  }

  @Mutation(() => ActivityResult, {
    description: `Takes back the last change that is not taken back yet, as a new version. ${refusals}`,
  })
  async undoActivity(@Args() args: OneActivityArgs, @Ctx() context: ProvidersContext): Promise<ActivityResult> {
    return performedResult(await undoActivity(context, args.activityId, args.expectedVersion))
  }

  @Mutation(() => ActivityResult, {
    description: `Registers an activity for a board, or changes its registration (M01 to M14). ${refusals}`,
  })
  async registerMoc(
    @Args() { activityId, expectedVersion }: OneActivityArgs,
    @Arg('boardCode', () => ID, { description: 'Code of the certifying board, for example ABIM.' }) boardCode: string,
    @Arg('input', () => MocRegistrationInput, { description: 'What the board is told.' }) input: MocRegistrationInput,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityResult> {
    const mocRegistrations = [{ ...registrationOf(input), boardCode }]
    return toResult(await saveActivity(context, { activityId, expectedVersion, mocRegistrations }, false))
  }

  @Mutation(() => ActivityResult, {
    description: `Takes the registration for a board back, unless the board has accepted points of it (M15). ${refusals}`,
  })
  async withdrawMoc(
    @Args() { activityId, expectedVersion }: OneActivityArgs,
    @Arg('boardCode', () => ID, { description: 'Code of the certifying board.' }) boardCode: string,
    @Ctx() context: ProvidersContext,
  ): Promise<ActivityResult> {
    const mocRegistrations = [{ boardCode, withdraw: true }]
    return toResult(await saveActivity(context, { activityId, expectedVersion, mocRegistrations }, false))
  }
}
