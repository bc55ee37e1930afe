/** Month and day of birth. The year is neither asked nor kept. */
export interface Birthday {
  month: number
  day: number
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads a birthday as people type it: 09/10, 9-10, 0910; a year behind it is dropped. */
export function parseBirthday(text: string): Birthday | undefined {
  const match =
    /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*\d{2,4})?\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text)
  const [month = 0, day = 0] = match ? [Number(match[1]), Number(match[2])] : []
  return day >= 1 && day <= (daysIn[month - 1] ?? 0) ? { month, day } : undefined
}
