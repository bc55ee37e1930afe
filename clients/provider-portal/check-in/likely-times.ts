const likelyHours = 3
const lastMinute = 23 * 60 + 59

/** When a check-in is likely to be open: for some hours from now on, or on another day during the day; as `HH:MM`. */
export function likelyTimes(isToday: boolean, now: Date): [from: string, until: string] {
  if (!isToday) return ['08:00', '18:00']
  const from = Math.floor((now.getHours() * 60 + now.getMinutes()) / 15) * 15
  return [timeOf(from), timeOf(Math.min(from + likelyHours * 60, lastMinute))]
}

const timeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
