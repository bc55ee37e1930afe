import { serialDay } from './workbook/serial-day.js'

/** How a cell came: typed text, a number, or a number that the workbook shows as a day. */
export type CellKind = 'text' | 'number' | 'date'

/** One cell as the provider gave it; a day is `YYYY-MM-DD`, a birthday `MM/DD` without its year. */
export interface Cell {
  text: string
  kind: CellKind
}

type Pair = 1 | 2 | 3 | 4

export type ColumnKey =
  | 'recordAction'
  | 'activityId'
  | 'completionDate'
  | 'firstName'
  | 'lastName'
  | 'dateOfBirth'
  | 'licensingState'
  | 'licenseIdOrNpi'
  | 'cmeCredits'
  | 'certifyingBoard'
  | 'certifyingBoardId'
  | 'totalBoardCredits'
  | 'creditType'
  | 'creditTypeCredits'
  | `additionalCreditType${Pair}`
  | `additionalCredits${Pair}`

/** The cells of one row; a blank cell is absent. */
export type RowCells = Partial<Record<ColumnKey, Cell>>

export interface Column {
  key: ColumnKey
  /** As the template writes it. */
  header: string
  /** Other names that providers' systems give it. */
  aliases: string[]
  /** What row 1 of the template says above it. */
  guidance: string
  /** Whether a file without this column is refused. */
  required: boolean
  kind: 'text' | 'day' | 'birthday' | 'amount'
  /** The longest value that makes sense; a longer one is a bad value of its row. */
  maxLength: number
}

const amountGuidance = 'In steps of 0.25.'

/** The learner file in the order of the template; a header takes the first column of its name that is still free. */
export const columns: readonly Column[] = [
  column('recordAction', 'Record Action', ['Action'], 'Add or Delete.', { required: true }),
  column('activityId', 'ACCME Activity ID', ['Activity ID'], 'Nine digits.', { required: true }),
  column('completionDate', 'Completion Date', ['Date Completed'], 'mm/dd/yyyy.', { required: true, kind: 'day' }),
  column('firstName', 'First Name', ['Learner First Name', 'Given Name'], 'As on the license.', { required: true }),
  column('lastName', 'Last Name', ['Learner Last Name', 'Family Name', 'Surname'], 'As on the license.', {
    required: true,
  }),
  column('dateOfBirth', 'Date of Birth', ['Birth Date', 'Date of Birth (mm/dd)', 'DOB'], 'mm/dd, without the year.', {
    required: true,
    kind: 'birthday',
  }),
  column('licensingState', 'Licensing State', ['License State', 'State of Licensure'], 'For CME: name or code.'),
  column(
    'licenseIdOrNpi',
    'Licensing ID or NPI',
    ['License ID or NPI', 'License Number or NPI'],
    'Helps when names repeat.',
  ),
  column('cmeCredits', 'Number of CME Credits', ['CME Credits'], `For CME. ${amountGuidance}`, { kind: 'amount' }),
  column('certifyingBoard', 'Certifying Board', ['Board'], 'For MOC: the code of the board, such as ABIM.'),
  column('certifyingBoardId', 'Certifying Board ID', ['Board ID'], 'For MOC; optional for ABS.'),
  column('totalBoardCredits', 'Total Board Credits', ['Total MOC Points'], `For MOC. ${amountGuidance}`, {
    kind: 'amount',
  }),
  column('creditType', 'Credit Type', ['MOC Credit Type'], 'For MOC: see ValidValues.'),
  column('creditTypeCredits', 'Credits Awarded for Credit Type', [], `For MOC. ${amountGuidance}`, { kind: 'amount' }),
  ...([1, 2, 3, 4] as const).flatMap((pair) => [
    column(`additionalCreditType${pair}`, 'Additional Credit Type', [], 'Where a second credit type applies.'),
    column(
      `additionalCredits${pair}`,
      'Credits Awarded for Additional Credit Type',
      ['Credits Awarded for Credit Type', 'Additional Credits Awarded'],
      amountGuidance,
      { kind: 'amount' },
    ),
  ]),
]

/** The columns we add to a result file; a file that is sent back may still have them. */
export const resultHeaders = ['Outcome', 'Reason', 'Suggested Fix'] as const

function column(
  key: ColumnKey,
  header: string,
  aliases: string[],
  guidance: string,
  rest: Partial<Pick<Column, 'required' | 'kind'>> = {},
): Column {
  return { key, header, aliases, guidance, required: false, kind: 'text', maxLength: 100, ...rest }
}

/** The day a cell means, `YYYY-MM-DD`: a serial, m/d/yyyy, yyyy-mm-dd or a spelled month; a time of day is ignored. */
export function parseDay(text: string, kind: CellKind): string | undefined {
  if (kind === 'number' || serial.test(text)) return serial.test(text) ? serialDay(Number(text)) : undefined
  const found = firstMatch(text, [isoDate, usDate, dayOfMonthName, monthNameDay])
  const year = found?.year
  if (!found || year?.length !== 4) return undefined
  const { month, day } = monthAndDay(found)
  return isDay(Number(year), month, day) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined
}

/** Month and day of a birthday; any year that came with it is not even looked at. */
export function parseBirthday(text: string, kind: CellKind): { month: number; day: number } | undefined {
  if (kind === 'number' || serial.test(text)) {
    const day = parseDay(text, 'number')
    return day === undefined ? undefined : parseBirthday(day, 'date')
  }
  const found = firstMatch(text, [isoDate, usDate, dayOfMonthName, monthNameDay])
  if (!found) return undefined
  const { month, day } = monthAndDay(found)
  return isDay(leapYear, month, day) ? { month, day } : undefined
}

/** A birthday as our files write it. */
export function printBirthday({ month, day }: { month: number; day: number }): string {
  return `${twoDigits(month)}/${twoDigits(day)}`
}

/** An amount of credit in whole quarters; anything that is no multiple of 0.25, or uses a comma, is no amount. */
export function parseQuarters(text: string): number | undefined {
  const found = amount.exec(text)
  if (!found) return undefined
  const [, whole = '', fraction = ''] = found
  const quarters = quartersOf[fraction.replace(/0+$/, '')]
  return quarters === undefined || whole + fraction === '' ? undefined : Number(whole) * 4 + quarters
}

const amount = /^(\d{0,6})(?:\.(\d*))?$/
const quartersOf: Readonly<Record<string, number>> = { '': 0, '25': 1, '5': 2, '75': 3 }

const serial = /^[1-9]\d{4}(?:\.\d+)?$/
const time = String.raw`(?:[T ]\d{1,2}:\d{2}.*)?`
const isoDate = new RegExp(String.raw`^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})${time}$`)
const usDate = new RegExp(
  String.raw`^(?<month>\d{1,2})(?<mark>[-/])(?<day>\d{1,2})(?:\k<mark>(?<year>\d{2}|\d{4})${time})?$`,
)
const dayOfMonthName = /^(?<day>\d{1,2})[- ](?<month>[a-z]{3,9})\.?(?:[-, ]+(?<year>\d{2}|\d{4}))?$/i
const monthNameDay = /^(?<month>[a-z]{3,9})\.?[- ](?<day>\d{1,2})(?:[-, ]+(?<year>\d{4}))?$/i
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const leapYear = 2000

type DateParts = { year?: string; month?: string; day?: string }

function firstMatch(text: string, patterns: RegExp[]): DateParts | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text.trim())?.groups
    if (groups) return groups
  }
  return undefined
}

function monthAndDay({ month = '', day }: DateParts): { month: number; day: number } {
  const named = monthNames.findIndex((name) => name === month.toLowerCase() || abbreviates(month.toLowerCase(), name))
  return { month: named < 0 ? Number(month) : named + 1, day: Number(day) }
}

function abbreviates(short: string, name: string): boolean {
  return short === name.slice(0, 3) || (short === 'sept' && name === 'september')
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
