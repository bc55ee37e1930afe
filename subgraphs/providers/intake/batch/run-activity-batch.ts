import { FileFormat } from '../../../shared/table/file-format.js'
import { countOutcomes } from '../../../shared/upload/progress.js'
import { type RunTools, runUpload, type UploadSteps } from '../../../shared/upload/run-upload.js'
import type { Actor } from '../../activity/change/actor.js'
import { maxRowsAtOnce } from '../../activity/change/save-rows.js'
import type { FileShape } from '../file/file-shape.js'
import { readRows } from '../file/read-rows.js'
import { speaksOf } from '../file/speaks-of.js'
import { intakeLimits } from '../format/limits.js'
import { sourceOf } from '../format/source-of.js'
import type { IntakeRow } from '../row/intake-row.js'
import { rowIssue } from '../row/row-issue.js'
import { type RowsAbout, toActivityRow } from '../row/to-activity-row.js'
import { providerOf } from '../wire/wire-issues.js'
import { type ActivityBatch, activityBatchKind } from './activity-batch.js'
import { readChoices } from './column-choices.js'
import { inspectFile } from './inspect-file.js'
import { type PreparedRow, recordRows } from './record-rows.js'

export interface ActivityBatchTools extends RunTools {
  now: () => Date
}

/** Takes a stored file of activities to its end, or continues it where a worker was killed. */
export function runActivityBatch(batchId: string, tools: ActivityBatchTools, signal: AbortSignal): Promise<void> {
  const runner = {
    kind: activityBatchKind,
    chunkSize: maxRowsAtOnce,
    stepsOf: (batch: ActivityBatch) => stepsOf(batch, tools),
  }
  return runUpload(runner, batchId, tools, signal)
}

function stepsOf(
  batch: ActivityBatch,
  { em, now }: ActivityBatchTools,
): UploadSteps<ActivityBatch, IntakeRow, PreparedRow[]> {
  const { batchId, providerId, dryRun } = batch
  let about: RowsAbout | undefined
  return {
    async inspect(_batch, path) {
      const choices = await readChoices(em.fork(), providerId)
      const { shape, rowCount, warnings } = await inspectFile(path, choices, intakeLimits)
      Object.assign(batch, { shape, format: shape.format, totalRows: rowCount, fileWarnings: warnings })
    },
    read: (_batch, path) => readRows(path, shapeOf(batch), intakeLimits),
    async prepare(rows) {
      about ??= rowsAbout(batch)
      return rows.map((row) => prepared(row, about ?? rowsAbout(batch), providerId))
    },
    async record(transaction, rows) {
      const context = { providerId, actor: actorOf(batch, now()), dryRun }
      return countOutcomes(await recordRows(transaction, batchId, rows, context))
    },
  }
}

function prepared(read: IntakeRow, about: RowsAbout, providerId: string): PreparedRow {
  const { rowNumber, line, submitted, cells } = read
  const { row, issues } = toActivityRow(read, about)
  const named = Array.isArray(submitted) ? undefined : providerOf(submitted)
  if (named && named !== providerId) issues.unshift(rowIssue('OTHER_PROVIDER', null, { value: named }))
  return { rowNumber, line, submitted, cells, row, issues }
}

const rowsAbout = (batch: ActivityBatch): RowsAbout => ({
  speaksOf: speaksOf(shapeOf(batch)),
  needsOwnId: shapeOf(batch).template !== null,
  mocAttested: batch.mocAttested,
  mipsAttested: batch.mipsAttested,
})

const actorOf = ({ submittedBy, submittedByName, format }: ActivityBatch, at: Date): Actor => ({
  accountId: submittedBy,
  name: submittedByName,
  at,
  source: sourceOf[format ?? FileFormat.XLSX],
})

function shapeOf({ batchId, shape }: ActivityBatch): FileShape {
  if (!shape) throw new Error(`Nobody has read the file of batch ${batchId}.`)
  return shape
}
