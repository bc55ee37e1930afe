/** Month and day of birth. The year is neither asked nor kept. */
export interface Birthday {
  month: number
  day: number
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const months = [
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

/** The ways people write a birthday; a year, whole or half typed, may stand behind it or before it. */
const ways = [
  /^(?<month>\d{1,2})[ ]*[/.-][ ]*(?<day>\d{1,2})(?:[ ]*[/.-][ ]*\d{0,4})?$/,
  /^(?<month>\d{2})(?<day>\d{2})$/,
  /^\d{4}[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/,
  /^(?<month>[a-z]{3,9})\.?[ -]*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[, -]+\d{0,4})?$/i,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?[ -]*(?<month>[a-z]{3,9})\.?(?:[, -]+\d{0,4})?$/i,
]

/** Reads a birthday as people type it: 9/10, 09-10, 0910, Sep 10, 10 September. Month before day where both are numbers. */
export function parseBirthday(text: string): Birthday | undefined {
  for (const way of ways) {
    const { month = '', day = '' } = way.exec(text.trim())?.groups ?? {}
    const birthday = { month: monthOf(month), day: Number(day) }
    if (birthday.day >= 1 && birthday.day <= (daysIn[birthday.month - 1] ?? 0)) return birthday
  }
  return undefined
}

function monthOf(text: string) {
  if (/^\d+$/.test(text)) return Number(text)
  const short = text.toLowerCase() === 'sept' ? 'sep' : text.toLowerCase()
  return text ? months.findIndex((name) => name === short || name.slice(0, 3) === short) + 1 : 0
}

/** A birthday as a form shows it: 09/10. */
export const printBirthday = ({ month, day }: Birthday) =>
  [month, day].map((part) => String(part).padStart(2, '0')).join('/')

/** A birthday in words, so that a reader sees which is the month: September 10. */
export function birthdayInWords({ month, day }: Birthday) {
  const name = months[month - 1] ?? ''
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day}`
}
