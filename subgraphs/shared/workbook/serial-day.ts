/** The day that a spreadsheet's serial number stands for; a time of day in it is dropped. */
export function serialDay(serial: number, epoch1904 = false): string | undefined {
  const days = Math.floor(serial)
  if (!(days >= (epoch1904 ? 0 : 1) && days <= lastSerial)) return undefined
  if (epoch1904) return isoDay(Date.UTC(1904, 0, 1) + days * dayMs)
  // The 1900 system counts a 29 February 1900 that never was.
  if (days === 60) return undefined
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayMs)
}

/** The serial number of a day in the 1900 system, as a spreadsheet program would save it. */
export function daySerial(day: string): number {
  const days = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs
  return days <= 60 ? days - 1 : days
}

const dayMs = 86_400_000
const lastSerial = 2_958_465 // 9999-12-31

function isoDay(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10)
}
