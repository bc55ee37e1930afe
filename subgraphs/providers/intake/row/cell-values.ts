import type { Cell } from '../../../shared/workbook/cell.js'
import { parseDay } from '../../../shared/workbook/day-text.js'

/** What a cell means, or what was expected there. */
export type Reading<Value> = { value: Value } | { expected: string }

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  1: true,
  x: true,
  no: false,
  n: false,
  false: false,
  0: false,
}

/** A day; a time of day behind it does not move it (A13). */
export function readDay({ text, kind }: Cell): Reading<string> {
  const value = parseDay(text.trim(), kind)
  return value === undefined ? { expected: 'a day such as 06/30/2026' } : { value }
}

/** A number with or without a dollar sign, with commas only between thousands. */
export function readNumber({ text }: Pick<Cell, 'text'>): Reading<number> {
  const found = /^\$?(-?(?:\d{1,3}(?:,\d{3})+|\d{0,12})(?:\.\d{0,6})?)$/.exec(text.trim())?.[1]
  const value = found && /\d/.test(found) ? Number(found.replaceAll(',', '')) : Number.NaN
  return Number.isNaN(value) ? { expected: 'a number such as 1.75' } : { value }
}

/** A whole number; that it is not negative is a rule of activities (A22). */
export function readWhole(cell: Pick<Cell, 'text'>): Reading<number> {
  const reading = readNumber(cell)
  return 'value' in reading && Number.isSafeInteger(reading.value) && Math.abs(reading.value) <= largestInt
    ? reading
    : { expected: 'a whole number' }
}

export const readFlag = ({ text }: Pick<Cell, 'text'>): Reading<boolean> => {
  const value = flags[text.trim().toLowerCase()]
  return value === undefined ? { expected: 'Yes or No' } : { value }
}

const largestInt = 2_147_483_647
