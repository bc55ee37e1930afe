const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const instantFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' })
const clockFormat = new Intl.DateTimeFormat('en-US', { timeStyle: 'medium' })

/** A day without a zone: Jun 30, 2026. */
export const day = (isoDay: string) => dayFormat.format(new Date(`${isoDay}T00:00:00Z`))

/** The month of a day: Jun 2026. */
export const month = (isoDay: string) => monthFormat.format(new Date(`${isoDay}T00:00:00Z`))

/** An instant in the reader’s own time. */
export const instant = (iso: string) => instantFormat.format(new Date(iso))

/** The time of day of an instant, where the reader is: 10:32:05 AM. */
export const clock = (iso: string) => clockFormat.format(new Date(iso))

/** From one day to another; one day alone when both are the same. */
export function daySpan(from: string | null | undefined, to: string | null | undefined) {
  if (!from || !to) return from ? `from ${day(from)}` : 'No dates yet'
  return from === to ? day(from) : `${day(from)} – ${day(to)}`
}

/** Today where the reader is. */
export function today(now = new Date()) {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** The first day of the month that many months earlier. */
export function monthStart(isoDay: string, monthsEarlier: number) {
  const [year = 0, monthNumber = 1] = isoDay.split('-').map(Number)
  return new Date(Date.UTC(year, monthNumber - 1 - monthsEarlier, 1)).toISOString().slice(0, 10)
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string) {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const relativeFormat = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' })
const relativeUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago an instant was: 3 days ago, 5 minutes ago, just now. */
export function ago(iso: string, now = Date.now()) {
  const passedMs = now - Date.parse(iso)
  const unit = relativeUnits.find(([, lengthMs]) => passedMs >= lengthMs)
  return unit ? relativeFormat.format(-Math.floor(passedMs / unit[1]), unit[0]) : 'just now'
}

/** A stretch of time in words: 40 seconds, 3 minutes. */
export function duration(seconds: number) {
  if (seconds < 1) return 'less than a second'
  const [value, unit] = seconds < 100 ? [Math.round(seconds), 'second'] : [Math.round(seconds / 60), 'minute']
  return `${value} ${unit}${value === 1 ? '' : 's'}`
}
