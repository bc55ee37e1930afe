/** A calendar day as the number of days since 1970-01-01: easy to count with. */
export type DayNumber = number

export const dayMs = 86_400_000

/** The number of a day written as YYYY-MM-DD. */
export const dayNumber = (text: string): DayNumber => Math.round(Date.parse(`${text}T00:00:00Z`) / dayMs)

const texts = new Map<DayNumber, string>()

/** A day as YYYY-MM-DD. */
export function dayText(day: DayNumber): string {
  const known = texts.get(day)
  if (known) return known
  const text = new Date(day * dayMs).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

/** Months counted through the years, so that neighbours differ by one. */
export const monthOf = (day: DayNumber) => yearOf(day) * 12 + Number(dayText(day).slice(5, 7)) - 1

export const yearOf = (day: DayNumber) => Number(dayText(day).slice(0, 4))

/** The first day of a month as `monthOf` counts them. */
export const firstOfMonth = (month: number): DayNumber =>
  Math.round(Date.UTC(Math.floor(month / 12), month % 12) / dayMs)
