import { addDays } from './calendar-day.js'

/**
 * The last day, in US Central time, on which a provider can complete a reporting year (R01): 31 March of the year that
 * follows, and the Monday after where that is a weekend.
 */
export function deadlineOf(year: number): string {
  const day = `${year + 1}-03-31`
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, daysToMonday[weekday] ?? 0)
}

/** From a Sunday one day, from a Saturday two. */
const daysToMonday: Readonly<Record<number, number>> = { 0: 1, 6: 2 }
