import { accreditorDeadlines } from '../../reference/accreditor-deadlines.js'
import { deadlineOf } from '../../reference/reporting-year.js'

/** By when a reporting year has to be complete. */
export interface Deadline {
  /** The last day in US Central time. */
  on: string
  /** 23:59 of that day in US Central time (R01). */
  at: Date
  /** True where a recognized accreditor has set an earlier day. */
  isEarlier: boolean
}

/** The deadline of a year for a provider; `recognizedAccreditor` is set for those accredited by a state medical society. */
export function reportingDeadline(year: number, recognizedAccreditor?: string | null): Deadline {
  const monthDay = recognizedAccreditor ? accreditorDeadlines[recognizedAccreditor] : undefined
  const common = deadlineOf(year)
  const own = monthDay && `${year + 1}-${monthDay}`
  const isEarlier = own !== undefined && own < common
  const on = isEarlier ? own : common
  return {
    on,
    get at() {
      return lastMinuteOf(on)
    },
    isEarlier,
  }
}

const central = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Chicago',
  dateStyle: 'short',
  timeStyle: 'short',
})
const hourMs = 3_600_000

/** 23:59 of a day in US Central time: five hours behind UTC in summer, six in winter. */
function lastMinuteOf(day: string): Date {
  const inUtc = Date.parse(`${day}T23:59:00Z`)
  const summer = new Date(inUtc + 5 * hourMs)
  return central.format(summer) === `${day} 23:59` ? summer : new Date(inUtc + 6 * hourMs)
}

/** The year that is being completed on a day: from October on the present one, before that the one before. */
export function reportingYearOn(today: string): number {
  const [year, month] = today.split('-').map(Number)
  return (month ?? 1) >= 10 ? (year ?? 0) : (year ?? 0) - 1
}

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * hourMs))
