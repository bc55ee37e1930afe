import { randomUUID } from 'node:crypto'
import type { EntityClass, EntityManager } from '@mikro-orm/postgresql'
import { appendEvents } from '../../../shared/outbox/outbox.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import { makeCreditCertain } from '../../credit/credit-certainty.js'
import { dependencesOf } from '../../credit/dependence-of.js'
import { ActivityEventType } from '../../feed/activity-feed.js'
import { Activity } from '../activity.js'
import { activityFactsOf } from '../activity-facts.js'
import { MocRegistration } from '../moc-registration.js'
import type { Actor } from './actor.js'
import type { Difference } from './difference.js'

/** One change of one activity. */
export interface ActivityChangeRecord {
  after: Activity
  verb: string
  /** Null for a new activity: there is nothing that it was before. */
  difference: Difference | { before: null; after: Record<string, unknown> }
  undoes?: number
}

/**
 * Writes changes, their history and their events in the caller's transaction: four statements, however many there are.
 * Throws CreditUncertain where one of them may be made only without credit and that is not certain yet.
 * Several changes of one activity leave the last state and the whole history.
 */
export async function writeChanges(
  em: EntityManager,
  changes: readonly ActivityChangeRecord[],
  actor: Actor,
): Promise<void> {
  if (!changes.length) return
  await makeCreditCertain(em, dependencesOf(changes))
  const last = [...new Map(changes.map(({ after }) => [after.activityId, after])).values()]
  const registrations = last.flatMap((activity) => activity.mocRegistrations.getItems())
  await upsert(em, Activity, last, ['activity_id'])
  if (registrations.length) await upsert(em, MocRegistration, registrations, ['activity_id', 'board_code'])
  await executeBound(em, historySql, [JSON.stringify(changes.map((change) => historyRow(change, actor)))])
  await appendEvents(
    em,
    last.map((activity) => ({
      eventId: randomUUID(),
      aggregateType: 'activity',
      aggregateId: activity.activityId,
      type: ActivityEventType.ACTIVITY_CHANGED,
      payload: activityFactsOf(activity),
    })),
  )
}

const historyRow = ({ after, verb, difference, undoes }: ActivityChangeRecord, actor: Actor) => ({
  activity_id: after.activityId,
  version: after.version,
  verb,
  at: actor.at,
  by: actor.accountId,
  by_name: actor.name,
  source: actor.source,
  ...difference,
  undoes: undoes ?? null,
})

const historySql = `
  insert into activity_change select * from jsonb_populate_recordset(null::activity_change, $1::jsonb)`

interface Column {
  property: string
  column: string
}

/** The columns of an entity, by the mapper's own knowledge, so that a new field is written without a word here. */
const columnsOf = <E extends object>(em: EntityManager, entity: EntityClass<E>): Column[] =>
  em
    .getMetadata()
    .get(entity)
    .props.flatMap(({ name, fieldNames }) => {
      const [column] = fieldNames ?? []
      return column && fieldNames.length === 1 ? [{ property: name, column }] : []
    })

async function upsert<E extends object>(
  em: EntityManager,
  entity: EntityClass<E>,
  items: readonly E[],
  keys: readonly string[],
): Promise<void> {
  const columns = columnsOf(em, entity)
  const { tableName } = em.getMetadata().get(entity)
  const names = columns.map(({ column }) => column)
  const rows = items.map((item) =>
    Object.fromEntries(columns.map(({ property, column }) => [column, columnValue(item[property as keyof E])])),
  )
  const changes = names.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`)
  await executeBound(
    em,
    `insert into ${tableName} (${names.join(', ')})
     select ${names.join(', ')} from jsonb_populate_recordset(null::${tableName}, $1::jsonb)
     on conflict (${keys.join(', ')}) do update set ${changes.join(', ')}`,
    [JSON.stringify(rows)],
  )
}

/** An entity stands in a column by its key. */
function columnValue(value: unknown): unknown {
  if (value instanceof Activity) return value.activityId
  if (value && typeof value === 'object' && 'providerId' in value) return value.providerId
  return value ?? null
}
