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
  const has = (status: string) => `bool_or(c.status = '${status}') as "${status}"`
  const records = (status: string) => `(count(*) filter (where "${status}"))::int`
  const parts = (status: string) => `count(*) filter (where c.kind = 'MOC' and c.status = '${status}')`
  const [totals] = await em.execute<SubmissionTotals[]>(
    `with record as materialized (
       select c.learner_id, ${has('ACCEPTED')}, ${has('PENDING')}, ${has('REJECTED')},
         sum(c.quarters) filter (where c.kind = 'CME' and c.status = 'ACCEPTED') as quarters,
         ${parts('ACCEPTED')} as moc_accepted, ${parts('PENDING')} as moc_pending, ${parts('REJECTED')} as moc_rejected
       from live_credit c where ${whereOf(conditions)} group by c.completion_id, c.learner_id
     )
     select count(*)::int as records, (select count(*)::int from (select from record group by learner_id) learner) as learners,
       coalesce(sum(quarters), 0)::int as credits,
       ${records('ACCEPTED')} as accepted, ${records('PENDING')} as pending, ${records('REJECTED')} as rejected,
       coalesce(sum(moc_accepted), 0)::int as "mocAccepted", coalesce(sum(moc_pending), 0)::int as "mocPending",
       coalesce(sum(moc_rejected), 0)::int as "mocRejected"
     from record`,
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
    `select activity_id as "activityId", count(*)::int as records
     from (
       select c.activity_id from live_credit c where ${whereOf(conditions)} group by c.completion_id, c.activity_id
     ) record
     group by activity_id order by records desc, activity_id limit ${Number(limit)}`,
    paramsOf(conditions),
  )
  return counts.map(({ activityId, records }) => ({ activity: { activityId }, records }))
}

const whereOf = (conditions: readonly Scope[]) => conditions.map(({ where }) => `(${where})`).join(' and ')
const paramsOf = (conditions: readonly Scope[]) => conditions.flatMap(({ params }) => params)
