import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import type { ProvidersContext } from '../context.js'
import { activateActivity } from './activate-activity.js'
import { Activity } from './activity.js'
import { ActivityChange, ActivityChangeConnection } from './activity-change.js'
import { MissingData, missingDataOf } from './activity-result.js'
import { judgedActivity } from './change/judged-activity.js'
import type { ActivityVerb, VerbCircumstances } from './change/verb.js'
import { closeActivity } from './close-activity.js'
import { deleteActivity } from './delete-activity.js'
import { ActivityIssue, isError } from './judge/issue.js'
import { judgeActivity } from './judge/judge-activity.js'
import { reopenActivity } from './reopen-activity.js'

/** What can be done with an activity as a whole. */
export enum ActivityVerbName {
  ACTIVATE = 'ACTIVATE',
  CLOSE = 'CLOSE',
  REOPEN = 'REOPEN',
  DELETE = 'DELETE',
}

registerEnumType(ActivityVerbName, {
  name: 'ActivityVerb',
  description: 'What can be done with an activity as a whole.',
  valuesConfig: {
    ACTIVATE: { description: 'Make a draft active (A39).' },
    CLOSE: { description: 'Close it (A40, A41).' },
    REOPEN: { description: 'Reopen it (R06).' },
    DELETE: { description: 'Take it back (A42).' },
  },
})

@ObjectType({ description: 'Whether something can be done with an activity now, and why not.' })
export class VerbState {
  @Field(() => ActivityVerbName, { description: 'What.' })
  verb!: ActivityVerbName

  @Field(() => Boolean, { description: 'True when nothing stands against it.' })
  isAllowed!: boolean

  @Field(() => [ActivityIssue], { description: 'What stands against it.' })
  reasons!: ActivityIssue[]
}

const verbs: readonly ActivityVerb[] = [activateActivity, closeActivity, reopenActivity, deleteActivity]

/** What a provider sees of how its activities stand; others get nothing of it. */
@Resolver(() => Activity)
export class ActivityReviewResolver {
  @FieldResolver(() => [ActivityIssue], { description: 'What is wrong, or worth knowing; empty for others.' })
  async issues(@Root() activity: Activity, @Ctx() context: ProvidersContext): Promise<ActivityIssue[]> {
    if (!mayInspect(context, activity)) return []
    const circumstances = await circumstancesOf(activity, context)
    return judgeActivity(judgedActivity(activity), circumstances)
  }

  @FieldResolver(() => MissingData, {
    nullable: true,
    description: 'What it still lacks, in words; null for others than its provider.',
  })
  async missingFor(@Root() activity: Activity, @Ctx() context: ProvidersContext): Promise<MissingData | null> {
    if (!mayInspect(context, activity)) return null
    return missingDataOf(await context.registered.load(activity))
  }

  @FieldResolver(() => [VerbState], { description: 'What can be done with it now; empty for others.' })
  async verbs(@Root() activity: Activity, @Ctx() context: ProvidersContext): Promise<VerbState[]> {
    if (!mayInspect(context, activity)) return []
    const circumstances = await circumstancesOf(activity, context)
    return verbs
      .filter(({ name }) => context.viewer.can(name, activity))
      .map((verb) => stateOf(verb, activity, circumstances))
  }

  @FieldResolver(() => ActivityChangeConnection, { description: 'Its changes, the newest first; none for others.' })
  async history(
    @Root() activity: Activity,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<Connection<ActivityChange>> {
    const [before] = page.after ? fromCursor(page.after, ['NUMBER']) : [2 ** 31 - 1]
    const rows = mayInspect(context, activity)
      ? await context.em.find(
          ActivityChange,
          { activityId: activity.activityId, version: { $lt: before } },
          { orderBy: { version: 'desc' }, limit: pageSize(page) + 1 },
        )
      : []
    return toConnection(
      rows,
      page,
      (row) => [row.version],
      (row) => row,
    )
  }
}

const mayInspect = ({ viewer }: ProvidersContext, activity: Activity) => viewer.can('inspect', activity)

async function circumstancesOf(activity: Activity, context: ProvidersContext): Promise<VerbCircumstances> {
  await context.registered.load(activity)
  const around = await context.surroundings.load(activity)
  return { ...around.of(activity, activity), isOperator: context.viewer.claims?.role === 'OPERATOR' }
}

function stateOf(verb: ActivityVerb, activity: Activity, circumstances: VerbCircumstances): VerbState {
  const reasons = [...verb.reasonsAgainst(activity, circumstances), ...lacking(verb, activity)]
  return {
    verb: ActivityVerbName[verb.name.toUpperCase() as keyof typeof ActivityVerbName],
    isAllowed: !reasons.some(isError),
    reasons,
  }
}

function lacking({ name }: ActivityVerb, activity: Activity): ActivityIssue[] {
  const { active, closed } = missingDataOf(activity)
  return name === 'activate' ? active : name === 'close' ? closed : []
}
