import { type DayNumber, dayText } from '../day.js'
import { Weighted } from '../random/weighted.js'

/** How busy each month is: much in autumn, most at the end of the year, little in summer. */
const months = [1.15, 1, 1.1, 1, 0.95, 0.85, 0.6, 0.65, 0.95, 1.15, 1.25, 1.8]
const saturday = 0.6
const sunday = 0.4
const yearlyGrowth = 1.12

/** The days from the first to the last, some busier than others. */
export function busyDays(first: DayNumber, last: DayNumber): Weighted<DayNumber> {
  const days = new Weighted<DayNumber>()
  for (let day = first; day <= last; day += 1) {
    const weekday = new Date(day * 86_400_000).getUTCDay()
    const ofWeek = weekday === 0 ? sunday : weekday === 6 ? saturday : 1
    const ofYear = months[Number(dayText(day).slice(5, 7)) - 1] ?? 1
    days.add(day, ofWeek * ofYear * yearlyGrowth ** ((day - first) / 365))
  }
  return days
}
