import type { FilterQuery } from '@mikro-orm/core'
import { ArgsType, Field, ID, Int } from 'type-graphql'
import { ActivityFormat, ActivityStatus } from '../../../reference/activity.js'
import { PageArgs } from '../../../shared/graphql/connection.js'
import { Day } from '../../../shared/graphql/scalars.js'
import type { Activity } from '../activity.js'
import { ActivitySort } from './activity-sort.js'
import { Attention, needingAttention } from './attention.js'

@ArgsType()
export class ActivityListArgs extends PageArgs {
  @Field(() => ActivityStatus, { nullable: true, description: 'Only activities in this status.' })
  status?: ActivityStatus | null

  @Field(() => [ActivityStatus], { nullable: true, description: 'Only activities in one of these statuses.' })
  statuses?: ActivityStatus[] | null

  @Field(() => String, { nullable: true, description: 'Only activities whose title or id contains this text.' })
  search?: string | null

  @Field(() => [ActivityFormat], { nullable: true, description: 'Only activities of these formats.' })
  formats?: ActivityFormat[] | null

  @Field(() => Int, { nullable: true, description: 'Only activities that go on at some time in this year.' })
  year?: number | null

  @Field(() => Day, { nullable: true, description: 'Only activities that begin on this day or later.' })
  startsFrom?: string | null

  @Field(() => Day, { nullable: true, description: 'Only activities that begin on this day or earlier.' })
  startsUntil?: string | null

  @Field(() => ID, { nullable: true, description: 'Only activities that are registered for this certifying board.' })
  boardCode?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only activities that are displayed in Passport, or that are not.',
  })
  displayInPassport?: boolean | null

  @Field(() => Attention, { nullable: true, description: 'Only activities that need attention for this reason.' })
  attention?: Attention | null

  @Field(() => ActivitySort, { defaultValue: ActivitySort.STARTS_DESC, description: 'The order.' })
  sort!: ActivitySort
}

const escapeLike = (text: string) => text.slice(0, 100).replace(/[\\%_]/g, '\\$&')
const years = { first: 1000, last: 2999 }

/** The condition of each argument that is given. */
export function askedFor(args: ActivityListArgs, today: string): FilterQuery<Activity>[] {
  const { status, statuses, search, formats, year, startsFrom, startsUntil, boardCode, displayInPassport } = args
  const text = search?.trim() ? `%${escapeLike(search.trim())}%` : undefined
  const conditions: (FilterQuery<Activity> | false | null | undefined | '' | 0)[] = [
    status && { status },
    statuses && { status: { $in: statuses } },
    formats && { activityFormat: { $in: formats } },
    text && {
      $or: [{ title: { $ilike: text } }, { activityId: { $like: text } }, { providerActivityId: { $ilike: text } }],
    },
    typeof year === 'number' && overlapping(year),
    startsFrom && { startsOn: { $gte: startsFrom } },
    startsUntil && { startsOn: { $lte: startsUntil } },
    boardCode && { mocRegistrations: { $some: { boardCode, status: 'ACTIVE' } } },
    typeof displayInPassport === 'boolean' && { displayInPassport },
    args.attention && needingAttention[args.attention](today),
  ]
  return conditions.filter((condition) => Boolean(condition)) as FilterQuery<Activity>[]
}

const overlapping = (year: number): FilterQuery<Activity> =>
  year < years.first || year > years.last
    ? { activityId: { $in: [] } }
    : { startsOn: { $lte: `${year}-12-31` }, endsOn: { $gte: `${year}-01-01` } }
