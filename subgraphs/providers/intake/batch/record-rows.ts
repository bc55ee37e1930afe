import type { EntityManager } from '@mikro-orm/postgresql'
import { ActivityStatus } from '../../../reference/activity.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import { RowOutcome } from '../../../shared/upload/upload-enums.js'
import type { ActivityRow, RowVerdict } from '../../activity/change/activity-row.js'
import { judgedActivity } from '../../activity/change/judged-activity.js'
import { type SaveContext, saveActivityRows } from '../../activity/change/save-rows.js'
import { missingFor } from '../../activity/judge/missing.js'
import type { IntakeRow } from '../row/intake-row.js'
import { type RowIssue, stops } from '../row/row-issue.js'
import { RowEffect } from './activity-batch-row.js'
import { columnOfField } from './field-columns.js'

/** A row that was read, and what it asks for. */
export interface PreparedRow extends Pick<IntakeRow, 'rowNumber' | 'line' | 'submitted' | 'cells'> {
  row: ActivityRow
  issues: RowIssue[]
}

/** What became of a row. */
export interface RecordedRow {
  outcome: RowOutcome
  issues: RowIssue[]
}

const outcomeOf: Readonly<Record<RowVerdict['outcome'], RowOutcome>> = {
  ADDED: RowOutcome.ACCEPTED,
  CHANGED: RowOutcome.ACCEPTED,
  DELETED: RowOutcome.ACCEPTED,
  UNCHANGED: RowOutcome.DUPLICATE,
  REJECTED: RowOutcome.REJECTED,
}

/** Saves the activities of a chunk of rows and keeps each row with its one outcome. */
export async function recordRows(
  em: EntityManager,
  batchId: string,
  rows: readonly PreparedRow[],
  context: SaveContext,
): Promise<RecordedRow[]> {
  const readable = rows.filter(({ issues }) => !issues.some(stops))
  const verdicts = await saveActivityRows(
    em,
    readable.map(({ row }) => row),
    context,
  )
  const verdictOf = new Map(readable.map((row, i) => [row, verdicts[i]]))
  const recorded = rows.map((row) => recordOf(row, verdictOf.get(row), context.dryRun ?? false))
  await writeRows(em, batchId, recorded)
  return recorded
}

function recordOf(
  { rowNumber, line, submitted, cells, issues }: PreparedRow,
  verdict: RowVerdict | undefined,
  dryRun: boolean,
) {
  const effect = RowEffect[verdict?.outcome ?? 'REJECTED']
  const said = verdict ? [...verdict.issues, ...missingIn(verdict)] : []
  const all = [
    ...issues,
    ...said.map(
      ({ code, severity, field, message, fix, rule = null }): RowIssue => ({
        code,
        // What a draft still lacks stops nothing.
        severity: effect === RowEffect.REJECTED ? severity : 'WARNING',
        column: columnOfField(field, cells),
        message,
        fix,
        rule,
      }),
    ),
  ]
  const isKept = verdict?.activity && !(dryRun && effect === RowEffect.ADDED)
  return {
    rowNumber,
    line,
    submitted,
    outcome: outcomeOf[effect],
    effect,
    issues: all.toSorted((a, b) => Number(stops(b)) - Number(stops(a))),
    activityId: isKept ? verdict.activity?.activityId : null,
  }
}

/** What a row that became a draft lacks before learners can be reported (A39). */
const missingIn = ({ activity, outcome }: RowVerdict) =>
  activity?.status === ActivityStatus.DRAFT && outcome !== 'REJECTED'
    ? missingFor('ACTIVE', judgedActivity(activity))
    : []

async function writeRows(em: EntityManager, batchId: string, rows: readonly object[]): Promise<void> {
  await executeBound(
    em,
    `insert into activity_batch_row (batch_id, row_number, line, submitted, outcome, effect, issues, activity_id)
     select $1::uuid, "rowNumber", line, submitted, outcome, effect, issues, "activityId"
     from jsonb_to_recordset($2::jsonb) as given ("rowNumber" int, line int, submitted jsonb, outcome text, effect text,
       issues jsonb, "activityId" text)`,
    [batchId, JSON.stringify(rows)],
  )
}
