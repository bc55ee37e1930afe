import type { EntityManager } from '@mikro-orm/postgresql'
import { Field, Int, ObjectType } from 'type-graphql'
import { Amount } from '../../shared/graphql/scalars.js'
import { ActivityReference } from '../references.js'
import type { Scope } from './completion.policy.js'

@ObjectType({ description: 'How many of your records boards have not settled.' })
export class SubmissionCounts {
  @Field(() => Int, { description: 'Records with points that wait for a board.' })
  waiting!: number

  @Field(() => Int, { description: 'Of them, those that wait longer than boards promise.' })
  overdue!: number

  @Field(() => Int, { description: 'Records with points that a board has rejected, and that were not sent again.' })
  rejected!: number
}

@ObjectType({ description: 'What your records add up to. MOC points are never part of the CME credits (P03).' })
export class SubmissionTotals {
  @Field(() => Int, { description: 'Records.' })
  records!: number

  @Field(() => Int, { description: 'Learners whom they are about.' })
  learners!: number

  @Field(() => Amount, { description: 'CME credits that count.' })
  credits!: number

  @Field(() => Int, { description: 'Records of which a part is accepted.' })
  accepted!: number

  @Field(() => Int, { description: 'Records of which a part waits for a board.' })
  pending!: number

  @Field(() => Int, { description: 'Records of which a board has rejected a part.' })
  rejected!: number

  @Field(() => Int, { description: 'MOC parts that boards have accepted.' })
  mocAccepted!: number

  @Field(() => Int, { description: 'MOC parts that wait for a board.' })
  mocPending!: number

  @Field(() => Int, { description: 'MOC parts that boards have rejected.' })
  mocRejected!: number
}

@ObjectType({ description: 'How many records an activity has.' })
export class ActivitySubmissions {
  @Field(() => ActivityReference, { description: 'The activity.' })
  activity!: ActivityReference

  @Field(() => Int, { description: 'Records of it.' })
  records!: number
}

/** Adds up the records that meet all conditions, in one statement. */
export async function totalSubmissions(em: EntityManager, conditions: readonly Scope[]): Promise<SubmissionTotals> {
  const records = (status: string) => `(count(distinct c.completion_id) filter (where c.status = '${status}'))::int`
  const parts = (status: string) => `(count(*) filter (where c.kind = 'MOC' and c.status = '${status}'))::int`
  const [totals] = await em.execute<SubmissionTotals[]>(
    `select count(distinct c.completion_id)::int as records, count(distinct c.learner_id)::int as learners,
       coalesce(sum(c.quarters) filter (where c.kind = 'CME' and c.status = 'ACCEPTED'), 0)::int as credits,
       ${records('ACCEPTED')} as accepted, ${records('PENDING')} as pending, ${records('REJECTED')} as rejected,
       ${parts('ACCEPTED')} as "mocAccepted", ${parts('PENDING')} as "mocPending", ${parts('REJECTED')} as "mocRejected"
     from live_credit c where ${whereOf(conditions)}`,
    paramsOf(conditions),
  )
  if (!totals) throw new Error('A count has a row.')
  return totals
}

/** The activities with most of the records that meet all conditions. */
export async function countByActivity(
  em: EntityManager,
  conditions: readonly Scope[],
  limit: number,
): Promise<ActivitySubmissions[]> {
  const counts = await em.execute<{ activityId: string; records: number }[]>(
    `select c.activity_id as "activityId", count(distinct c.completion_id)::int as records
     from live_credit c where ${whereOf(conditions)}
     group by c.activity_id order by records desc, c.activity_id limit ${Number(limit)}`,
    paramsOf(conditions),
  )
  return counts.map(({ activityId, records }) => ({ activity: { activityId }, records }))
}

const whereOf = (conditions: readonly Scope[]) => conditions.map(({ where }) => `(${where})`).join(' and ')
const paramsOf = (conditions: readonly Scope[]) => conditions.flatMap(({ params }) => params)
