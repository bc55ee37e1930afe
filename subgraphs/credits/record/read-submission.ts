import {
  type CertifyingBoardCode,
  type CreditTypeCode,
  parseCertifyingBoard,
  parseCreditType,
} from '../../reference/certifying-boards.js'
import { parseState } from '../../reference/states.js'
import type { Issue } from '../../shared/upload/issue.js'
import { parseBirthday, parseDay } from '../../shared/workbook/day-text.js'
import { type ColumnKey, columns, parseQuarters, type RowCells } from '../batch/columns.js'
import { issue } from './issue.js'
import type { CreditLine, MocClaim, Submission, UnreadableRow } from './submission.js'

const maxLengths = new Map(columns.map((column) => [column.key, column.maxLength]))

const pairs: readonly (readonly [ColumnKey, ColumnKey])[] = [
  ['creditType', 'creditTypeCredits'],
  ['additionalCreditType1', 'additionalCredits1'],
  ['additionalCreditType2', 'additionalCredits2'],
  ['additionalCreditType3', 'additionalCredits3'],
  ['additionalCreditType4', 'additionalCredits4'],
]

/** Understands the cells of a row, or says everything that is wrong with them (L01, L04, L05, L11 to L13, L20). */
export function readSubmission(rowNumber: number, cells: RowCells): Submission | UnreadableRow {
  const cell = new CellReader(cells)
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
  const board = cell.value('certifyingBoard', 'the code of a certifying board such as ABIM', ({ text }) =>
    parseCertifyingBoard(text),
  )

  if (action === 'ADD') {
    if (!cell.has('cmeCredits') && !cell.has('certifyingBoard')) cell.say(issue('NOTHING_REPORTED', 'cmeCredits'))
    if (cell.has('cmeCredits')) cell.required('licensingState')
  } else if (!cell.has('certifyingBoard')) cell.required('licensingState')
  const read = cell.issues
  if (read.length || !action || !completedOn || !birthday) return { rowNumber, cells, issues: read }

  const boardId = cell.text('certifyingBoardId')
  const moc = action === 'ADD' && board ? readMoc(cells, board, boardId) : { issues: [] }
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
    licenseOrNpi: cell.text('licenseIdOrNpi'),
    board,
    boardId,
    cme: action === 'ADD' && quarters && state ? { quarters, state } : undefined,
    moc: 'claim' in moc ? moc.claim : undefined,
    mocIssues: moc.issues,
  }
}

const amountWords = 'an amount above 0 in steps of 0.25, such as 1.75'

function positiveQuarters(text: string): number | undefined {
  const quarters = parseQuarters(text)
  return quarters && quarters > 0 ? quarters : undefined
}

function readAction(cell: CellReader): Submission['action'] | undefined {
  const text = cell.required('recordAction')
  const known = { ADD: 'ADD', DELETE: 'DELETE' } as const
  const action = known[text.toUpperCase() as keyof typeof known]
  if (text && !action) cell.say(issue('ACTION_UNKNOWN', 'recordAction', { value: shorten(text) }))
  return action
}

function readMoc(cells: RowCells, board: CertifyingBoardCode, boardId?: string): { claim?: MocClaim; issues: Issue[] } {
  const cell = new CellReader(cells)
  const total = cell.value('totalBoardCredits', amountWords, ({ text }) => positiveQuarters(text), true)
  cell.required('creditType')
  const lines = pairs.flatMap(([typeKey, amountKey]) => readLine(cell, typeKey, amountKey))
  if (cell.issues.length || !total) return { issues: cell.issues }
  return { claim: { board, boardId, quarters: total, lines }, issues: [] }
}

function readLine(cell: CellReader, typeKey: ColumnKey, amountKey: ColumnKey): CreditLine[] {
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

type PresentCell = NonNullable<RowCells[ColumnKey]>

/** Reads cells one by one and gathers what is wrong with them. */
class CellReader {
  private readonly gathered = new Map<string, Issue>()

  constructor(private readonly cells: RowCells) {}

  get issues(): Issue[] {
    return [...this.gathered.values()]
  }

  has(key: ColumnKey): boolean {
    return Boolean(this.text(key))
  }

  text(key: ColumnKey): string | undefined {
    return this.cells[key]?.text.trim() || undefined
  }

  say(found: Issue): void {
    const key = `${found.column}`
    if (!this.gathered.has(key)) this.gathered.set(key, found)
  }

  /** The text of a cell that must be there; an empty text, and an issue, where it is not. */
  required(key: ColumnKey): string {
    const text = this.text(key)
    if (!text) this.say(issue('ROW_MISSING_REQUIRED', key))
    else this.checkLength(key, text)
    return text ?? ''
  }

  /** What a cell means; undefined where it is blank or means nothing, with an issue where that is wrong. */
  value<T>(key: ColumnKey, expected: string, parse: (cell: PresentCell) => T | undefined, must = false): T | undefined {
    const text = this.text(key)
    const cell = this.cells[key]
    if (!text || !cell) {
      if (must) this.say(issue('ROW_MISSING_REQUIRED', key))
      return undefined
    }
    const value = parse({ ...cell, text })
    if (value === undefined) this.say(issue('ROW_BAD_VALUE', key, { value: shorten(text), expected }))
    return value
  }

  private checkLength(key: ColumnKey, text: string) {
    const max = maxLengths.get(key) ?? 0
    if (text.length > max)
      this.say(issue('ROW_BAD_VALUE', key, { value: shorten(text), expected: `at most ${max} characters long` }))
  }
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
