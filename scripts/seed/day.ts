/** A calendar day as the number of days since 1970-01-01: easy to count with. */
export type DayNumber = number

export const dayMs = 86_400_000

/** The number of a day written as YYYY-MM-DD. */
export const dayNumber = (text: string): DayNumber => Math.round(Date.parse(`${text}T00:00:00Z`) / dayMs)

/** What is asked of the same few days millions of times. */
interface DayFacts {
  text: string
  month: number
}

const known = new Map<DayNumber, DayFacts>()

function factsOf(day: DayNumber): DayFacts {
  const found = known.get(day)
  if (found) return found
  const date = new Date(day * dayMs)
  const facts = { text: date.toISOString().slice(0, 10), month: date.getUTCFullYear() * 12 + date.getUTCMonth() }
  known.set(day, facts)
  return facts
}

/** A day as YYYY-MM-DD. */
export const dayText = (day: DayNumber) => factsOf(day).text

/** Months counted through the years, so that neighbours differ by one. */
export const monthOf = (day: DayNumber) => factsOf(day).month

export const yearOf = (day: DayNumber) => Math.floor(monthOf(day) / 12)

/** The first day of a month as `monthOf` counts them. */
export const firstOfMonth = (month: number): DayNumber =>
  Math.round(Date.UTC(Math.floor(month / 12), month % 12) / dayMs)

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** An instant as Postgres reads it, to the second. */
export function instantText(instantMs: number): string {
  const seconds = Math.floor(instantMs / 1000)
  const ofDay = seconds % 86_400
  const [hour, minute] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60]
  return `${dayText((seconds - ofDay) / 86_400)} ${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[ofDay % 60]}+00`
}
