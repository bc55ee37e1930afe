import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { Activity } from '../activity.js'
import type { ActivityCircumstances } from '../judge/judged.js'
import { judgedActivity } from './judged-activity.js'

interface CreditRow {
  activityId: string
  boardCode: string
  count: number
}

interface OtherRow {
  activityId: string
  ownId: string | null
  twinKey: string
}

/** By what others are found that are the same. */
export type Described = Pick<Activity, 'providerActivityId' | 'title' | 'startsOn' | 'endsOn'>

const twinKeyOf = ({ title, startsOn, endsOn }: Described) =>
  startsOn && endsOn ? `${title.toLowerCase()}|${startsOn}|${endsOn}` : null

/** What the rules need to know of the other activities of a provider, and of the credit that is reported. */
export class Surroundings {
  private readonly ownIds = new Map<string, string>()
  private readonly twins = new Map<string, Set<string>>()
  private readonly credit = new Map<string, Map<string, number>>()

  constructor(
    readonly today: string,
    others: readonly OtherRow[] = [],
    credit: readonly CreditRow[] = [],
  ) {
    for (const { activityId, ownId, twinKey } of others) this.remember(activityId, ownId, twinKey)
    for (const { activityId, boardCode, count } of credit) {
      const counts = this.credit.get(activityId) ?? new Map<string, number>()
      this.credit.set(activityId, counts.set(boardCode, count))
    }
  }

  /** The circumstances in which a state of an activity is judged. */
  of(after: Activity, before: Activity | null): ActivityCircumstances {
    const counts = this.credit.get(after.activityId) ?? new Map<string, number>()
    const owner = after.providerActivityId ? this.ownIds.get(after.providerActivityId) : undefined
    const twins = [...(this.twins.get(twinKeyOf(after) ?? '') ?? [])].filter((id) => id !== after.activityId)
    return {
      today: this.today,
      before: before && judgedActivity(before),
      accepted: Math.max(0, ...counts.values()),
      acceptedPoints: counts,
      ownIdTakenBy: owner && owner !== after.activityId ? owner : null,
      twin: twins[0] ?? null,
    }
  }

  /** An accepted change is a fact for the next row. */
  replace(before: Activity | null, after: Activity | null): void {
    if (before?.providerActivityId) this.ownIds.delete(before.providerActivityId)
    if (before) this.twins.get(twinKeyOf(before) ?? '')?.delete(before.activityId)
    if (after) this.remember(after.activityId, after.providerActivityId ?? null, twinKeyOf(after))
  }

  private remember(activityId: string, ownId: string | null, twinKey: string | null): void {
    if (ownId) this.ownIds.set(ownId, activityId)
    if (twinKey) this.twins.set(twinKey, (this.twins.get(twinKey) ?? new Set<string>()).add(activityId))
  }
}

/** Looks up what surrounds the states that activities of a provider would have. Two statements, however many. */
export async function lookAround(
  em: EntityManager,
  providerId: string,
  today: string,
  states: readonly Described[],
  activityIds: readonly string[],
): Promise<Surroundings> {
  const described = states.map(({ providerActivityId, title, startsOn, endsOn }) => ({
    own_id: providerActivityId ?? null,
    title,
    starts_on: startsOn ?? null,
    ends_on: endsOn ?? null,
  }))
  const others = await executeBound<OtherRow>(em, othersSql, [providerId, JSON.stringify(described)])
  const credit = await executeBound<CreditRow>(em, creditSql, [activityIds])
  return new Surroundings(today, others, credit)
}

/** The surroundings of activities as they are stored: two statements for each provider among them. */
export async function surroundingsOf(
  em: EntityManager,
  activities: readonly Activity[],
  today: string,
): Promise<Surroundings[]> {
  const byProvider = new Map<string, Surroundings>()
  for (const [providerId, own] of Map.groupBy(activities, ({ provider }) => provider.providerId)) {
    const ids = own.map(({ activityId }) => activityId)
    byProvider.set(providerId, await lookAround(em, providerId, today, own, ids))
  }
  return activities.map(({ provider }) => byProvider.get(provider.providerId) ?? new Surroundings(today))
}

const othersSql = `
  with described as (
    select * from jsonb_to_recordset($2::jsonb) as d (own_id text, title text, starts_on date, ends_on date)
  )
  select activity_id as "activityId", provider_activity_id as "ownId",
    lower(title) || '|' || starts_on || '|' || ends_on as "twinKey"
  from activity
  where provider_id = $1 and status <> 'DELETED' and activity_id in (
    select a.activity_id from activity a
    join described d on a.provider_activity_id = d.own_id
    where a.provider_id = $1 and a.status <> 'DELETED'
    union
    select a.activity_id from activity a
    join described d on lower(a.title) = lower(d.title) and a.starts_on = d.starts_on and a.ends_on = d.ends_on
    where a.provider_id = $1)`

const creditSql = `
  select activity_id as "activityId", board_code as "boardCode", accepted + pending as count
  from activity_credit where activity_id = any($1) and accepted + pending > 0`
