import { CellReader, shorten } from '../../reference/cell-reader.js'
import {
  type CertifyingBoardCode,
  type CreditTypeCode,
  parseCertifyingBoard,
  parseCreditType,
} from '../../reference/certifying-boards.js'
import { parseState } from '../../reference/states.js'
import type { Issue } from '../../shared/upload/issue.js'
import { parseBirthday, parseDay } from '../../shared/workbook/day-text.js'
import { type ColumnKey, learnerForm, parseQuarters, type RowCells } from '../batch/columns.js'
import { readCreditIds } from '../credit-id/read-credit-ids.js'
import { readRems, reportsRems } from '../rems/read-rems.js'
import { cellsOfFurther, furtherCodes } from './further-boards.js'
import { issue, ofBoard } from './issue.js'
import type { BoardPart, CreditLine, MocClaim, Submission, UnreadableRow } from './submission.js'

const pairs: readonly (readonly [ColumnKey, ColumnKey])[] = [
  ['creditType', 'creditTypeCredits'],
  ['additionalCreditType1', 'additionalCredits1'],
  ['additionalCreditType2', 'additionalCredits2'],
  ['additionalCreditType3', 'additionalCredits3'],
  ['additionalCreditType4', 'additionalCredits4'],
]

/** Understands the cells of a row, or says everything that is wrong with them (L01, L04, L05, L11 to L13, L20). */
export function readSubmission(rowNumber: number, cells: RowCells): Submission | UnreadableRow {
  const cell = new CellReader(learnerForm, cells)
  const action = readAction(cell)
  const activityId = cell.required('activityId')
  const completedOn = cell.value(
    'completionDate',
    'a date such as 6/30/2026',
    ({ text, kind }) => parseDay(text, kind),
    true,
  )
  const givenName = cell.required('firstName')
  const familyName = cell.required('lastName')
  const birthday = cell.value(
    'dateOfBirth',
    'a month and day such as 09/10',
    ({ text, kind }) => parseBirthday(text, kind),
    true,
  )
  const state = cell.value('licensingState', 'a state such as Maine or ME', ({ text }) => parseState(text))
  const quarters = cell.value('cmeCredits', amountWords, ({ text }) => positiveQuarters(text))
  const board = readBoard(cell)

  if (action === 'ADD') {
    if (!cell.has('cmeCredits') && !cell.has('certifyingBoard') && !reportsRems(cells))
      cell.say(issue('NOTHING_REPORTED', 'cmeCredits'))
    if (cell.has('cmeCredits')) cell.required('licensingState')
  } else if (!cell.has('certifyingBoard') && !reportsRems(cells)) cell.required('licensingState')
  const licenseOrNpi = cell.number('licenseIdOrNpi')
  const creditIds = readCreditIds(cell)
  const read = cell.issues
  if (read.length || !action || !completedOn || !birthday) return { rowNumber, cells, issues: read }

  const boardId = cell.text('certifyingBoardId')
  const moc = action === 'ADD' && board ? readMoc(cells, board, boardId) : { claim: undefined, issues: [] }
  const rems = reportsRems(cells) ? readRems(cells, action) : { issues: [] }
  return {
    rowNumber,
    cells,
    action,
    activityId,
    completedOn,
    givenName,
    familyName,
    birthMonth: birthday.month,
    birthDay: birthday.day,
    state,
    licenseOrNpi,
    board,
    boardId,
    cme: action === 'ADD' && quarters && state ? { quarters, state } : undefined,
    moc: moc.claim,
    mocIssues: moc.issues,
    rems: 'claim' in rems ? rems.claim : undefined,
    remsIssues: rems.issues,
    creditIds,
    further: furtherCodes(cells).map((code) => readFurther(cellsOfFurther(cells, code), code)),
  }
}

const amountWords = 'an amount above 0 and below 1,000,000 in steps of 0.25, such as 1.75'

function positiveQuarters(text: string): number | undefined {
  const quarters = parseQuarters(text)
  return quarters && quarters > 0 ? quarters : undefined
}

function readAction(cell: CellReader<ColumnKey>): Submission['action'] | undefined {
  const text = cell.required('recordAction')
  const known = { ADD: 'ADD', DELETE: 'DELETE' } as const
  const action = known[text.toUpperCase() as keyof typeof known]
  if (text && !action) cell.say(issue('ACTION_UNKNOWN', 'recordAction', { value: shorten(text) }))
  return action
}

const readBoard = (cell: CellReader<ColumnKey>) =>
  cell.value('certifyingBoard', 'the code of a certifying board such as ABIM', ({ text }) => parseCertifyingBoard(text))

/** A board beyond the first: nothing that is wrong with it stops another part of the record. */
function readFurther(cells: RowCells, code: string): BoardPart {
  const cell = new CellReader(learnerForm, cells)
  const board = readBoard(cell)
  const boardId = cell.text('certifyingBoardId')
  const moc = board ? readMoc(cells, board, boardId) : { claim: undefined, issues: cell.issues }
  return { board, boardId, moc: moc.claim, mocIssues: moc.issues.map((found) => ofBoard(found, code)) }
}

function readMoc(cells: RowCells, board: CertifyingBoardCode, boardId?: string): { claim?: MocClaim; issues: Issue[] } {
  const cell = new CellReader(learnerForm, cells)
  const total = cell.value('totalBoardCredits', amountWords, ({ text }) => positiveQuarters(text), true)
  cell.required('creditType')
  cell.number('certifyingBoardId')
  const lines = pairs.flatMap(([typeKey, amountKey]) => readLine(cell, typeKey, amountKey))
  if (cell.issues.length || !total) return { issues: cell.issues }
  return { claim: { board, boardId, quarters: total, lines }, issues: [] }
}

function readLine(cell: CellReader<ColumnKey>, typeKey: ColumnKey, amountKey: ColumnKey): CreditLine[] {
  if (!cell.has(typeKey) && !cell.has(amountKey)) return []
  const creditType = cell.value(
    typeKey,
    'a credit type of the board',
    ({ text }): CreditTypeCode | undefined => parseCreditType(text),
    true,
  )
  const quarters = cell.value(amountKey, amountWords, ({ text }) => positiveQuarters(text), true)
  return creditType && quarters ? [{ creditType, quarters }] : []
}
