import type { CellKind } from './cell.js'
import { serialDay } from './serial-day.js'

/** The day a cell means, `YYYY-MM-DD`: a serial, m/d/yyyy, yyyy-mm-dd or a spelled month; a time of day is ignored. */
export function parseDay(text: string, kind: CellKind): string | undefined {
  if (kind === 'number' || serial.test(text)) return serial.test(text) ? serialDay(Number(text)) : undefined
  const plain = plainDay.exec(text)
  if (plain) return isDay(Number(plain[1]), Number(plain[2]), Number(plain[3])) ? text : undefined
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
  const plain = plainBirthday.exec(text)
  const found = plain
    ? { month: plain[1], day: plain[2] }
    : firstMatch(text, [isoDate, usDate, dayOfMonthName, monthNameDay])
  if (!found) return undefined
  const { month, day } = monthAndDay(found)
  return isDay(leapYear, month, day) ? { month, day } : undefined
}

/** A birthday as our files write it. */
export function printBirthday({ month, day }: { month: number; day: number }): string {
  return `${twoDigits(month)}/${twoDigits(day)}`
}

// Nearly every cell is written in one of these two ways.
const plainDay = /^(\d{4})-(\d\d)-(\d\d)$/
const plainBirthday = /^(\d\d?)\/(\d\d?)$/
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
const digits = /^\d+$/
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
  if (digits.test(month)) return { month: Number(month), day: Number(day) }
  const named = monthNames.findIndex((name) => name === month.toLowerCase() || abbreviates(month.toLowerCase(), name))
  return { month: named < 0 ? Number(month) : named + 1, day: Number(day) }
}

function abbreviates(short: string, name: string): boolean {
  return short === name.slice(0, 3) || (short === 'sept' && name === 'september')
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && day >= 1 && day <= daysIn(year, month)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** None for what is no month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
