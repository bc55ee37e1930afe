import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { readFacts } from '../activity/activity-fact.js'
import type { Batch } from '../batch/batch.js'
import { type ColumnKey, columns, type RowCells } from '../batch/columns.js'
import type { ActivityFacts } from '../owners/owners.js'
import { meantActivityIds } from './activity-slips.js'
import { keyOf } from './issue-key.js'
import { propose } from './propose.js'
import { isCorrectable } from './reasons.js'
import type { CorrectableIssue, RowToCorrect } from './row-to-correct.js'
import type { FailedRow } from './rows-to-correct.query.js'

/** Rows to correct with what their cells may have been meant to say. Two statements for a page. */
export async function toRowsToCorrect(
  em: EntityManager,
  batch: Pick<Batch, 'batchId' | 'providerId' | 'columns'>,
  rows: readonly FailedRow[],
): Promise<RowToCorrect[]> {
  const [activities, nearActivities] = await Promise.all([
    ownFacts(em, batch.providerId, rows),
    findNear(em, batch.providerId, rows),
  ])
  return rows.map(({ rowNumber, cells, issues, resentIn }): RowToCorrect => {
    const activity = activities.get(cells.activityId?.text.trim() ?? '')
    const keyed = issues.map((issue): CorrectableIssue => ({ ...issue, key: keyOf(issue, cells) ?? null }))
    const proposals = propose(issues, { cells, activity, nearActivities })
    const about = [...keyed, ...proposals].flatMap(({ key }) => key ?? [])
    return {
      rowToCorrectId: `${batch.batchId}:${rowNumber}`,
      rowNumber,
      cells: shownCells(cells, new Set<string>([...batch.columns, ...about])),
      issues: keyed,
      proposals,
      isCorrectable: isCorrectable(issues),
      wasResent: resentIn !== null,
    }
  })
}

const shownCells = (cells: RowCells, keys: ReadonlySet<string>) =>
  columns
    .filter(({ key }) => keys.has(key) || cells[key])
    .map(({ key, header }) => ({ key, column: header, text: cells[key]?.text ?? '' }))

/** The provider’s own activities that rows name; what others hold is nobody’s business. */
async function ownFacts(
  em: EntityManager,
  providerId: string,
  rows: readonly FailedRow[],
): Promise<Map<string, ActivityFacts>> {
  const facts = await readFacts(em, [...new Set(textsOf(rows, 'activityId'))])
  return new Map([...facts].filter(([, activity]) => activity.providerId === providerId))
}

async function findNear(
  em: EntityManager,
  providerId: string,
  rows: readonly FailedRow[],
): Promise<ReadonlySet<string>> {
  const unknown = rows.filter(({ issues }) => issues.some(({ code }) => code === 'ACTIVITY_NOT_FOUND'))
  const meant = [...new Set(textsOf(unknown, 'activityId'))].flatMap(meantActivityIds)
  if (!meant.length) return new Set()
  const near = await executeBound<{ activityId: string }>(
    em,
    `select activity_id as "activityId" from activity_fact
     where provider_id = $1 and activity_id = any($2::text[]) and status in ('ACTIVE', 'CLOSED')`,
    [providerId, meant],
  )
  return new Set(near.map(({ activityId }) => activityId))
}

const textsOf = (rows: readonly FailedRow[], key: ColumnKey) =>
  rows.flatMap(({ cells }) => cells[key]?.text.trim() ?? [])
