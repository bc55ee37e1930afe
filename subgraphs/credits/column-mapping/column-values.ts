import { parseCertifyingBoard, parseCreditType } from '../../reference/certifying-boards.js'
import { isNpi } from '../../reference/npi.js'
import { parseState } from '../../reference/states.js'
import { parseBirthday, parseDay } from '../../shared/workbook/day-text.js'
import { type ColumnKey, columns, parseQuarters } from '../batch/columns.js'
import { swapDayAndMonth } from './day-order.js'

type Test = (value: string) => boolean

/** How an activity is numbered here. */
export const activityNumber = /^\d{9}$/

const isAmount: Test = (value) => parseQuarters(value) !== undefined
const isName: Test = (value) => /\p{L}/u.test(value) && !/[\d@]/.test(value)
const isState: Test = (value) => parseState(value) !== undefined
const isBoard: Test = (value) => parseCertifyingBoard(value) !== undefined
const isCreditType: Test = (value) => parseCreditType(value) !== undefined
const isAction: Test = (value) => /^(?:add|delete)$/i.test(value)
const isMonthAndDay: Test = (value) => /^\d{1,2}[-/]\d{1,2}$/.test(value) && isBirthday(value)
const isBirthday: Test = (value) =>
  parseBirthday(value, 'text') !== undefined || parseBirthday(swapDayAndMonth(value), 'text') !== undefined
const isRecentDay: Test = (value) =>
  (parseDay(value, 'text') ?? parseDay(swapDayAndMonth(value), 'text') ?? '') >= firstCompletion

/** Nothing of before is reported; a day from before is a birthday, or something else. */
const firstCompletion = '1990-01-01'

/** What could stand in a column; anything where nothing is said. */
const fitting: Partial<Record<ColumnKey, Test>> = {
  recordAction: isAction,
  activityId: (value) => activityNumber.test(value),
  completionDate: isRecentDay,
  firstName: isName,
  lastName: isName,
  dateOfBirth: isBirthday,
  licensingState: isState,
  licenseIdOrNpi: (value) => /\d/.test(value) && value.length <= 20 && !value.includes('@'),
  certifyingBoard: isBoard,
  certifyingBoardId: (value) => /\d/.test(value) && value.length <= 20,
  creditType: isCreditType,
  practiceState: isState,
}

/** What tells a column by itself, whatever stands above it, and how sure that is. */
const telling: Partial<Record<ColumnKey, { test: Test; confidence: number }>> = {
  recordAction: { test: isAction, confidence: 0.8 },
  dateOfBirth: { test: isMonthAndDay, confidence: 0.7 },
  licensingState: { test: isState, confidence: 0.2 },
  licenseIdOrNpi: { test: isNpi, confidence: 0.85 },
  certifyingBoard: { test: isBoard, confidence: 0.8 },
  creditType: { test: isCreditType, confidence: 0.8 },
  creditId: { test: (value) => /^ccid:/i.test(value), confidence: 0.9 },
}

const kinds = new Map(columns.map(({ key, kind }) => [key, kind]))
/** Fewer values are no evidence against a name, or for a column that has none. */
const fewestAgainst = 2
const fewestFor = 3
const nearlyAll = 0.9
const ownActivities = 0.9

const share = (samples: readonly string[], test: Test) => samples.filter(test).length / samples.length

/** Which part of the values, from 0 to 1, could stand in a column; 1 when nothing can be told. */
export function fits(samples: readonly string[], key: ColumnKey): number {
  const test = fitting[key] ?? (kinds.get(key) === 'amount' ? isAmount : undefined)
  return test && samples.length >= fewestAgainst ? share(samples, test) : 1
}

/** How sure the values alone make a column, from 0 to 1; `activities` are those of the provider among them. */
export function tells(samples: readonly string[], key: ColumnKey, activities: ReadonlySet<string>): number {
  if (key === 'activityId')
    return samples.length > 0 && share(samples, (value) => activities.has(value)) >= nearlyAll ? ownActivities : 0
  const told = telling[key]
  return told && samples.length >= fewestFor && share(samples, told.test) >= nearlyAll ? told.confidence : 0
}
