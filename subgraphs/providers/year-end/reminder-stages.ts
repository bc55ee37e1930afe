import { daysBetween } from './deadline.js'

/** What a provider is told, the nearer the deadline the more urgently (R05). */
export interface ReminderStage {
  name: string
  /** Days before the deadline from which it is told; negative after it. */
  fromDaysBefore: number
  severity: 'INFO' | 'WARNING' | 'URGENT'
  title: (year: number) => string
  body: (year: number, deadlineOn: string) => string
}

const atRisk = 'Your accreditation status may be at risk.'

/** In the order of time. */
export const reminderStages: readonly ReminderStage[] = [
  {
    name: 'OPEN',
    fromDaysBefore: 90,
    severity: 'INFO',
    title: (year) => `The year-end report for ${year} can be completed`,
    body: (year, on) => `Five steps complete ${year}. They are due on ${on}.`,
  },
  {
    name: 'MONTH',
    fromDaysBefore: 30,
    severity: 'INFO',
    title: (year) => `A month is left for ${year}`,
    body: (_year, on) => `Some steps are still open. They are due on ${on}.`,
  },
  {
    name: 'FORTNIGHT',
    fromDaysBefore: 14,
    severity: 'WARNING',
    title: (year) => `Two weeks are left for ${year}`,
    body: (_year, on) => `Some steps are still open. They are due on ${on}.`,
  },
  {
    name: 'WEEK',
    fromDaysBefore: 7,
    severity: 'WARNING',
    title: (year) => `One week is left for ${year}`,
    body: (_year, on) => `Some steps are still open. They are due on ${on}, 23:59 US Central time.`,
  },
  {
    name: 'LAST_DAYS',
    fromDaysBefore: 2,
    severity: 'URGENT',
    title: (year) => `The year-end report for ${year} is due`,
    body: (_year, on) => `It is due on ${on}, 23:59 US Central time.`,
  },
  {
    name: 'OVERDUE',
    fromDaysBefore: -1,
    severity: 'URGENT',
    title: (year) => `The year-end report for ${year} is overdue`,
    body: (_year, on) => `It was due on ${on}. ${atRisk} Complete it today.`,
  },
  {
    name: 'OVERDUE_FORTNIGHT',
    fromDaysBefore: -14,
    severity: 'URGENT',
    title: (year) => `The year-end report for ${year} is two weeks overdue`,
    body: (_year, on) => `It was due on ${on}. ${atRisk} The operator has been told.`,
  },
]

/** The stage that has been reached on a day; undefined long before the deadline. Earlier ones that were missed are skipped. */
export function stageOn(today: string, deadlineOn: string): ReminderStage | undefined {
  const daysLeft = daysBetween(today, deadlineOn)
  return reminderStages.findLast(({ fromDaysBefore }) => daysLeft <= fromDaysBefore)
}
