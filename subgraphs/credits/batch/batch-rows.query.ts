import type { EntityManager } from '@mikro-orm/postgresql'
import type { Issue } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { cellsOfFurther, furtherCodes } from '../record/further-boards.js'
import { isOnlyIdentity } from '../review/reviewable.js'
import { type RowReview, RowReviewState } from '../review/row-review.js'
import type { BatchRow } from './batch-row.js'
import { columns, type RowCells } from './columns.js'

interface RowRecord {
  rowNumber: number
  cells: RowCells
  outcome: RowOutcome
  issues: Issue[]
  completionId: string | null
  resentIn?: string | null
  /** Left out where nobody can have asked. */
  review?: { state: RowReviewState; askedAt: string; endedAt: string | null } | null
  /** True where nothing is recorded, so that there is nothing to ask about either. */
  isTry?: boolean
  isFresh?: boolean
}

export interface RowSelection {
  batchId: string
  outcome?: RowOutcome | null
  withIssues?: boolean | null
  corrected?: boolean | null
  afterRow: number
  limit: number
}

/** A page of the rows of a batch, in the order of the file. */
export async function findRows(
  em: EntityManager,
  { batchId, outcome, withIssues, corrected, afterRow, limit }: RowSelection,
): Promise<BatchRow[]> {
  const rows = await em.execute<RowRecord[]>(
    `select row_number as "rowNumber", cells, outcome, issues, completion_id as "completionId",
       (select resent_in from row_resend where row_resend.batch_id = batch_row.batch_id
          and row_resend.row_number = batch_row.row_number) as "resentIn",
       (select dry_run from batch where batch_id = batch_row.batch_id) as "isTry",
       (select jsonb_build_object('state', state, 'askedAt', asked_at, 'endedAt', ended_at) from row_review
        where row_review.batch_id = batch_row.batch_id and row_review.row_number = batch_row.row_number) as review
     from batch_row
     where batch_id = ?::uuid and row_number > ?
       ${outcome ? 'and outcome = ?' : ''} ${withIssues ? `and issues <> '[]'` : ''}
       ${typeof corrected === 'boolean' ? `and ${corrected ? '' : 'not '}${isCorrected}` : ''}
     order by row_number limit ${Number(limit)}`,
    [batchId, afterRow, ...(outcome ? [outcome] : [])],
  )
  return rows.map((row) => toBatchRow(batchId, row))
}

/** The condition on a row that it was sent again and is recorded since. */
export const isCorrected = `exists (
  select from row_resend join batch_row again on again.batch_id = resent_in and again.row_number = row_resend.row_number
  where row_resend.batch_id = batch_row.batch_id and row_resend.row_number = batch_row.row_number
    and again.outcome in ('ACCEPTED', 'DUPLICATE'))`

/** A row as the API shows it. */
export function toBatchRow(
  batchId: string,
  { cells, review: asked, isTry = false, resentIn = null, ...row }: RowRecord,
): BatchRow {
  const review = asked ? toReview(asked) : null
  return {
    ...row,
    review,
    resentIn,
    mayRequestReview:
      !isTry &&
      !resentIn &&
      row.outcome === RowOutcome.REJECTED &&
      review?.state !== RowReviewState.DECIDED &&
      isOnlyIdentity(row.issues),
    rowId: `${batchId}:${row.rowNumber}`,
    cells: [
      ...submittedCells(cells),
      ...furtherCodes(cells).flatMap((code) => submittedCells(cellsOfFurther(cells, code), ` (${code})`)),
    ],
  }
}

const submittedCells = (cells: RowCells, suffix = '') =>
  columns.flatMap(({ key, header }) => {
    const text = cells[key]?.text
    return text ? [{ column: header + suffix, text }] : []
  })

const toReview = ({ state, askedAt, endedAt }: NonNullable<RowRecord['review']>): RowReview => ({
  state,
  askedAt: new Date(askedAt),
  endedAt: endedAt ? new Date(endedAt) : null,
})
