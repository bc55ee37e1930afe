import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Activity } from './activity.js'
import type { RowVerdict } from './change/activity-row.js'
import { judgedActivity } from './change/judged-activity.js'
import type { Performed } from './change/perform-verb.js'
import { ActivityIssue } from './judge/issue.js'
import { missingFor } from './judge/missing.js'

/** What became of one activity. */
export enum ActivityOutcome {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  DELETED = 'DELETED',
  REJECTED = 'REJECTED',
}

registerEnumType(ActivityOutcome, {
  name: 'ActivityOutcome',
  description: 'What became of one activity.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CHANGED: { description: 'It was there and is changed.' },
    UNCHANGED: { description: 'It was there and like that already.' },
    DELETED: { description: 'It was there and is taken back.' },
    REJECTED: { description: 'Nothing was saved; the issues say why.' },
  },
})

@ObjectType({ description: 'What an activity still lacks, in words.' })
export class MissingData {
  @Field(() => [ActivityIssue], { description: 'What is missing before it can become active (A39).' })
  active!: ActivityIssue[]

  @Field(() => [ActivityIssue], { description: 'What is missing before it can be closed (A40).' })
  closed!: ActivityIssue[]
}

@ObjectType({ description: 'What became of an activity.' })
export class ActivityResult {
  @Field(() => Activity, {
    nullable: true,
    description:
      'The activity as it is now. When it is not saved: with everything that was entered. Null for a new one that is not saved.',
  })
  activity!: Activity | null

  @Field(() => ActivityOutcome, { description: 'What became of it.' })
  outcome!: ActivityOutcome

  @Field(() => Boolean, { description: 'True when it is as asked for.' })
  saved!: boolean

  @Field(() => [ActivityIssue], { description: 'What is wrong with it, or worth knowing; errors first.' })
  issues!: ActivityIssue[]

  @Field(() => MissingData, { nullable: true, description: 'What it still lacks; null where there is no activity.' })
  missingFor!: MissingData | null
}

@ObjectType({ description: 'What became of one activity of a list.' })
export class ActivityItemResult extends ActivityResult {
  @Field(() => Int, { description: 'Its place in the list, from 0.' })
  index!: number
}

@ObjectType({ description: 'How many activities had which outcome.' })
export class ActivityOutcomeCount {
  @Field(() => ActivityOutcome, { description: 'The outcome.' })
  outcome!: ActivityOutcome

  @Field(() => Int, { description: 'Activities.' })
  count!: number
}

@ObjectType({ description: 'What became of a list of activities.' })
export class SaveActivitiesResult {
  @Field(() => [ActivityItemResult], { description: 'One result per item, in the order of the list.' })
  items!: ActivityItemResult[]

  @Field(() => [ActivityOutcomeCount], {
    description: 'How many had which outcome; outcomes that nobody had are left out.',
  })
  counts!: ActivityOutcomeCount[]
}

/** What an activity still lacks. */
export function missingDataOf(activity: Activity): MissingData {
  const judged = judgedActivity(activity)
  return { active: missingFor('ACTIVE', judged), closed: missingFor('CLOSED', judged) }
}

/** A verdict as the graph shows it. */
export const toResult = ({
  outcome,
  activity,
  issues,
}: Pick<RowVerdict, 'outcome' | 'activity' | 'issues'>): ActivityResult => ({
  activity,
  outcome: ActivityOutcome[outcome],
  saved: outcome !== 'REJECTED',
  issues,
  missingFor: activity && missingDataOf(activity),
})

/** What a verb did, as the graph shows it. */
export const performedResult = (
  { activity, saved, issues }: Performed,
  done = ActivityOutcome.CHANGED,
): ActivityResult => toResult({ outcome: saved ? done : 'REJECTED', activity, issues })
