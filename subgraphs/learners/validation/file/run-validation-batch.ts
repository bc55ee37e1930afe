import { centralDay } from '../../../reference/central-day.js'
import { type RunTools, runUpload, type UploadSteps } from '../../../shared/upload/run-upload.js'
import type { Matching } from '../../matching/match-learners.js'
import type { LearnerClaim } from '../../matching/match-types.js'
import { PartsAhead } from '../../matching/parts-ahead.js'
import { readIdentification } from '../read-identification.js'
import { hearOf } from '../validate-learners.js'
import { countAnswers } from './count-answers.js'
import type { FileReading } from './reading/file-reading.js'
import { rowsOfText, type ValidationRow } from './reading/row-text.js'
import { type ValidationBatch, type ValidationShape, validationBatchKind } from './validation-batch.js'
import { type CheckedRow, writeValidationRows } from './write-validation-rows.js'

/** What working on validation files takes. */
export interface ValidationFileTools extends RunTools {
  matching: Matching
  now: () => Date
  reading: FileReading
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

/**
 * While the file is inspected, decisions on some of its rows are made ahead. Rows are answered in their order, and the guesses in
 * them count before the next rows are answered (I13). Of a chunk
 * that was decided and not kept when a worker was killed, guesses count once, since they are told apart by birthday.
 */
function stepsOf(
  { batchId, providerId }: ValidationBatch,
  { em, matching, now, reading }: ValidationFileTools,
): UploadSteps<ValidationBatch, ValidationRow, CheckedRow[]> {
  const today = centralDay(now())
  const ahead = new PartsAhead(matching.index.deciding)
  return {
    async inspect(batch, path) {
      const engine = await matching.index.engine()
      const found = await reading.inspect(path, (text) => ahead.decide(engine, claimsIn(text, today)))
      const { layout, rowCount, headerRow, columns, warnings } = found
      const fileWarnings = warnings.map(({ message, place }) => `${place}: ${message}`)
      Object.assign(batch, {
        shape: { ...layout, headerRow, columns },
        format: layout.format,
        totalRows: rowCount,
        fileWarnings,
      })
    },
    async *read(batch, path) {
      for await (const text of reading.read(path, shapeOf(batch))) yield* rowsOfText(text)
    },
    async prepare(rows) {
      const read = rows.map(({ cells }) => readIdentification(cells, today))
      const heard = await hearOf(read, { em: em.fork(), matching: { ...matching, ahead }, providerId })
      return rows.map((row, i) => ({ ...row, heard: heard[i] }))
    },
    async record(transaction, rows) {
      await writeValidationRows(transaction, batchId, rows)
      return countAnswers(rows)
    },
  }
}

const claimsIn = (text: string, today: string): LearnerClaim[] =>
  rowsOfText(text).flatMap(({ cells }) => {
    const read = readIdentification(cells, today)
    return 'claim' in read ? [read.claim] : []
  })

function shapeOf({ batchId, shape }: ValidationBatch): ValidationShape {
  if (!shape) throw new Error(`Nobody has read the file of batch ${batchId}.`)
  return shape
}
