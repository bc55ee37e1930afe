import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { RowCells } from '../batch/columns.js'
import { isCorrectable, reasonOf } from './reasons.js'
import type { BatchCorrection, CorrectionGroup } from './row-to-correct.js'

/** A row that was not accepted, as it was sent last. */
export interface FailedRow {
  rowNumber: number
  cells: RowCells
  issues: Issue[]
  /** The batch in which it was sent last, where that is not the first one. */
  resentIn: string | null
}

/** Rows that groups are counted over; a batch with more is not put right row by row. */
export const countedRows = 100_000

/** The rows of batch $1 that were not accepted, neither at first nor when they were sent again; as they were sent last. */
const failedRows = `
  select r.row_number, coalesce(a.cells, r.cells) as cells, coalesce(a.issues, r.issues) as issues, s.resent_in
  from batch_row r
    left join row_resend s on s.batch_id = r.batch_id and s.row_number = r.row_number
    left join batch_row a on a.batch_id = s.resent_in and a.row_number = s.row_number
  where r.batch_id = $1::uuid and r.outcome = 'REJECTED' and coalesce(a.outcome, 'REJECTED') = 'REJECTED'`

export interface FailedRowSelection {
  code: string | null
  column: string | null
  afterRow: number
  limit: number
}

/** A page of the rows to correct, in the order of the file; of one reason where a code is given. */
export function findFailedRows(
  em: EntityManager,
  batchId: string,
  { code, column, afterRow, limit }: FailedRowSelection,
): Promise<FailedRow[]> {
  return executeBound<FailedRow>(
    em,
    `select row_number as "rowNumber", cells, issues, resent_in as "resentIn" from (${failedRows}) failed
     where row_number > $2
       and ($3::text is null or (issues->0->>'code' = $3 and issues->0->>'column' is not distinct from $4::text))
     order by row_number limit $5`,
    [batchId, afterRow, code, column, limit],
  )
}

/** Those of these rows that are to be corrected. */
export function findFailedByNumber(
  em: EntityManager,
  batchId: string,
  rowNumbers: readonly number[],
): Promise<FailedRow[]> {
  return executeBound<FailedRow>(
    em,
    `select row_number as "rowNumber", cells, issues, resent_in as "resentIn" from (${failedRows}) failed
     where row_number = any($2::int[]) order by row_number`,
    [batchId, rowNumbers],
  )
}

/** The rows to correct by their first error, the most frequent first. */
export async function countReasons(em: EntityManager, batchId: string): Promise<CorrectionGroup[]> {
  const groups = await executeBound<{ code: string; column: string | null; rows: number }>(
    em,
    `select issues->0->>'code' as code, issues->0->>'column' as column, count(*)::int as rows
     from (${failedRows} limit ${countedRows}) failed group by 1, 2 order by rows desc, code, "column"`,
    [batchId],
  )
  return groups.map((group) => ({
    ...group,
    reason: reasonOf(group.code, group.column),
    isCorrectable: isCorrectable([group]),
  }))
}

/** Rows of a batch that were sent again: how many are recorded since, and how many wait for a review. */
export interface ResentCounts {
  batchId: string
  corrected: number
  waiting: number
}

/** How far the rows of batches have been corrected; batches of which none was sent again are left out. */
export function countResent(em: EntityManager, batchIds: readonly string[]): Promise<ResentCounts[]> {
  return executeBound<ResentCounts>(
    em,
    `select s.batch_id as "batchId", count(*) filter (where a.outcome in ('ACCEPTED', 'DUPLICATE'))::int as corrected,
       count(*) filter (where a.outcome = 'IN_REVIEW')::int as waiting
     from row_resend s join batch_row r using (batch_id, row_number)
       join batch_row a on a.batch_id = s.resent_in and a.row_number = s.row_number
     where s.batch_id = any($1::uuid[]) and r.outcome = 'REJECTED' group by s.batch_id`,
    [batchIds],
  )
}

/** How far a batch is corrected that counts so many rejected rows. */
export function correctionOf(rejected: number, resent: Omit<ResentCounts, 'batchId'> | null): BatchCorrection {
  const { corrected = 0, waiting = 0 } = resent ?? {}
  return { corrected, toCorrect: rejected - corrected - waiting }
}

/** Notes in which batch rows were sent again; of several times the last one counts. */
export async function noteResent(
  em: EntityManager,
  batchId: string,
  rowNumbers: readonly number[],
  resentIn: string,
): Promise<void> {
  await executeBound(
    em,
    `insert into row_resend (batch_id, row_number, resent_in)
     select $1::uuid, number, $3::uuid from unnest($2::int[]) as resent (number)
     on conflict (batch_id, row_number) do update set resent_in = excluded.resent_in`,
    [batchId, rowNumbers, resentIn],
  )
}
