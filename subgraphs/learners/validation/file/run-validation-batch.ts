import { centralDay } from '../../../reference/central-day.js'
import { type TableLimits, tableLimits } from '../../../shared/table/limits.js'
import { openTable } from '../../../shared/table/open-table.js'
import { findLayout } from '../../../shared/table/table-layout.js'
import { type RunTools, runUpload, type UploadSteps } from '../../../shared/upload/run-upload.js'
import type { SheetRow } from '../../../shared/workbook/data-table.js'
import { inspectForm, readForm } from '../../../shared/workbook/read-form.js'
import type { Matching } from '../../matching/match-learners.js'
import { readIdentification } from '../read-identification.js'
import { hearOf } from '../validate-learners.js'
import { type ValidationKey, validationForm } from '../validation-form.js'
import { countAnswers } from './count-answers.js'
import { type ValidationBatch, type ValidationShape, validationBatchKind } from './validation-batch.js'
import { type CheckedRow, writeValidationRows } from './write-validation-rows.js'

/** What working on validation files takes. */
export interface ValidationFileTools extends RunTools {
  matching: Matching
  now: () => Date
  limits?: TableLimits
}

/** Rows that are decided and kept together: many enough that a statement for each chunk is nothing beside its rows. */
const chunkSize = 2_000

/** Takes a stored validation file to its end, or continues it where a worker was killed. */
export function runValidationBatch(batchId: string, tools: ValidationFileTools, signal: AbortSignal): Promise<void> {
  const runner = {
    kind: validationBatchKind,
    chunkSize,
    stepsOf: (batch: ValidationBatch) => stepsOf(batch, tools),
  }
  return runUpload(runner, batchId, tools, signal)
}

type Row = SheetRow<ValidationKey>

/**
 * Rows are decided in their order, and the guesses in them count before the next rows are looked at (I13). Of a chunk
 * that was decided and not kept when a worker was killed, guesses count once, since they are told apart by birthday.
 */
function stepsOf(
  { batchId, providerId }: ValidationBatch,
  { em, matching, now, limits = tableLimits }: ValidationFileTools,
): UploadSteps<ValidationBatch, Row, CheckedRow[]> {
  const today = centralDay(now())
  return {
    async inspect(batch, path) {
      const layout = await findLayout(path)
      const open = () => openTable(path, limits, layout)
      const { rowCount, headerRow, columns, warnings } = await inspectForm(open, validationForm, limits)
      const fileWarnings = warnings.map(({ message, place }) => `${place}: ${message}`)
      Object.assign(batch, {
        shape: { ...layout, headerRow, columns },
        format: layout.format,
        totalRows: rowCount,
        fileWarnings,
      })
    },
    read: (batch, path) => readForm(() => openTable(path, limits, shapeOf(batch)), validationForm, limits),
    async prepare(rows) {
      const read = rows.map(({ cells }) => readIdentification(cells, today))
      const heard = await hearOf(read, { em: em.fork(), matching, providerId })
      return rows.map((row, i) => ({ ...row, heard: heard[i] }))
    },
    async record(transaction, rows) {
      await writeValidationRows(transaction, batchId, rows)
      return countAnswers(rows)
    },
  }
}

function shapeOf({ batchId, shape }: ValidationBatch): ValidationShape {
  if (!shape) throw new Error(`Nobody has read the file of batch ${batchId}.`)
  return shape
}
