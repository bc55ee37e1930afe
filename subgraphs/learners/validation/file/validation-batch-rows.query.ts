import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../../reference/central-day.js'
import { MatchDecision } from '../../matching/match-types.js'
import { answerOf, unreadable } from '../answer.js'
import type { HeardPart } from '../heard-match.js'
import { readIdentification } from '../read-identification.js'
import { type ValidationCells, type ValidationKey, validationForm } from '../validation-form.js'
import type { LearnerValidation } from '../validation-types.js'
import { columnOfKey } from './row-columns.js'
import type { ValidationBatch } from './validation-batch.js'
import type { ValidationBatchRow } from './validation-batch-row.js'

export interface RowSelection {
  onlyProblems?: boolean | null
  licenseDecision?: MatchDecision | null
  boardDecision?: MatchDecision | null
  afterRow: number
  limit: number
}

/** A row as it is kept: its cells, and what the provider has heard of it. */
export interface AnsweredRow {
  rowNumber: number
  line: number | null
  cells: ValidationCells
  answer: LearnerValidation
}

/** A page of the rows of a validation file for the graph, in its order. */
export async function findValidationRows(
  em: EntityManager,
  batch: ValidationBatch,
  selection: RowSelection,
): Promise<ValidationBatchRow[]> {
  const rows = await answeredRows(em, batch, selection)
  const shown = columnsOf(batch)
  return rows.map(({ rowNumber, line, cells, answer }) => ({
    ...answer,
    rowId: `${batch.batchId}:${rowNumber}`,
    rowNumber,
    line,
    cells: shown.flatMap(({ key, header }) => {
      const text = cells[key]?.text
      return text === undefined ? [] : [{ column: header, text }]
    }),
  }))
}

/** A page of the rows of a validation file with the answers to them, in its order. */
export async function answeredRows(
  em: EntityManager,
  { batchId, startedAt, createdAt }: ValidationBatch,
  { onlyProblems, licenseDecision, boardDecision, afterRow, limit }: RowSelection,
): Promise<AnsweredRow[]> {
  const decisions = [licenseDecision, boardDecision]
  // A decision other than MATCHED makes a problem, and problems are what is indexed.
  const isProblem = onlyProblems || decisions.some((decision) => decision && decision !== MatchDecision.MATCHED)
  const rows = await em.execute<RowRecord[]>(
    `select row_number as "rowNumber", line, ${keyColumns}, license_decision as "licenseDecision",
       license_details as "licenseDetails", board_decision as "boardDecision", board_details as "boardDetails",
       is_valid as "isValid"
     from validation_batch_row
     where batch_id = ?::uuid and row_number > ? ${isProblem ? 'and not is_valid' : ''}
       ${licenseDecision ? 'and license_decision = ?' : ''} ${boardDecision ? 'and board_decision = ?' : ''}
     order by row_number limit ${Number(limit)}`,
    [batchId, afterRow, ...decisions.flatMap((decision) => decision ?? [])],
  )
  const today = centralDay(startedAt ?? createdAt)
  return rows.map((row) => toAnsweredRow(row, today))
}

/** The columns of a file, in its order. */
export const columnsOf = ({ shape }: ValidationBatch) =>
  (shape?.columns ?? []).flatMap((key) => validationForm.columns.filter((column) => column.key === key))

type RowRecord = Record<ValidationKey, string | null> & {
  rowNumber: number
  line: number | null
  licenseDecision: MatchDecision | null
  licenseDetails: string[] | null
  boardDecision: MatchDecision | null
  boardDetails: string[] | null
  isValid: boolean
}

const keys = validationForm.columns.map(({ key }) => key)
const keyColumns = keys.map((key) => `${columnOfKey[key]} as "${key}"`).join(', ')

/** The words of an answer follow from the cells and from what was decided about them. */
function toAnsweredRow(row: RowRecord, today: string): AnsweredRow {
  const { rowNumber, line } = row
  const cells: ValidationCells = Object.fromEntries(
    keys.flatMap((key) => (row[key] === null ? [] : [[key, { text: row[key], kind: 'text' }]])),
  )
  const read = readIdentification(cells, today)
  if ('issues' in read) return { rowNumber, line, cells, answer: unreadable(read.issues) }
  const license = heardPart(row.licenseDecision, row.licenseDetails)
  const board = heardPart(row.boardDecision, row.boardDetails)
  const areTwo = !row.isValid && [license, board].every((part) => part?.decision === MatchDecision.MATCHED)
  return { rowNumber, line, cells, answer: answerOf(read.claim, { license, board, areTwo }) }
}

const heardPart = (decision: MatchDecision | null, details: string[] | null) =>
  decision && ({ decision, details: details ?? [] } as HeardPart)
