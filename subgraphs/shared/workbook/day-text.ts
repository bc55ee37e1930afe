import type { CellKind } from './cell.js'
import { serialDay } from './serial-day.js'

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
