import { isDay } from './days'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Parts = [year: string, month: string, day: string]

const monthNumber = (name: string) => {
  const short = name.slice(0, 3).toLowerCase()
  return /^[a-z]{3,9}\.?$/i.test(name) ? String(months.indexOf(short) + 1) : ''
}

/** The ways people write a day, each with the order of its parts; the month goes first where all are numbers. */
const ways: { pattern: RegExp; parts: (found: readonly string[]) => Parts }[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/, parts: ([, y = '', m = '', d = '']) => [y, m, d] },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, parts: ([, y = '', m = '', d = '']) => [y, m, d] },
  { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/, parts: ([, m = '', d = '', y = '']) => [y, m, d] },
  {
    pattern: /^([a-z]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/i,
    parts: ([, m = '', d = '', y = '']) => [y, monthNumber(m), d],
  },
  {
    pattern: /^(\d{1,2})[\s-]+([a-z]+\.?)[\s-]+(\d{4}|\d{2})$/i,
    parts: ([, d = '', m = '', y = '']) => [y, monthNumber(m), d],
  },
]

/** A day as people write it (3/15/2026, Mar 15 2026, 2026-03-15) as `YYYY-MM-DD`; undefined when it is none. */
export function parseDay(text: string) {
  const trimmed = text.trim()
  for (const { pattern, parts } of ways) {
    const found = pattern.exec(trimmed)
    if (!found) continue
    const [year, month, day] = parts(found)
    const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(iso) ? iso : undefined
  }
  return undefined
}
