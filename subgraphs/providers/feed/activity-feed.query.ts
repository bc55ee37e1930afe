import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor, toCursor } from '../../shared/graphql/cursor.js'
import { currentCursor } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { factsSql } from '../activity/activity-facts.query.js'
import type { ActivityFacts } from '../activity/activity-facts.resolver.js'

export interface FactPage {
  facts: ActivityFacts[]
  /** Ids of those on the page that are held. */
  held: string[]
  nextCursor: string | null
  eventCursor: string
}

/** A page of the facts of all activities behind a cursor. The events’ cursor is taken first, so that no change falls between. */
export async function readFactPage(em: EntityManager, after: string | null, first: number): Promise<FactPage> {
  const [behind] = after ? fromCursor(after, ['TEXT']) : ['']
  const eventCursor = await currentCursor(em)
  const rows = await executeBound<ActivityFacts & { isHeld: boolean }>(em, pageSql, [behind, first])
  const last = rows.length === first ? rows.at(-1) : undefined
  return {
    facts: rows,
    held: rows.flatMap(({ activityId, isHeld }) => (isHeld ? [activityId] : [])),
    nextCursor: last ? toCursor([last.activityId]) : null,
    eventCursor,
  }
}

/** The versions of the activities that exist among these. */
export function readVersions(
  em: EntityManager,
  activityIds: readonly string[],
): Promise<{ activityId: string; version: number }[]> {
  return executeBound(em, 'select activity_id as "activityId", version from activity where activity_id = any($1)', [
    activityIds,
  ])
}

const pageSql = factsSql('select * from activity where activity_id > $1 order by activity_id limit $2')
