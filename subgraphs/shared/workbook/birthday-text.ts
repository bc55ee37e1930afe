import type { Cell } from './cell.js'
import { parseBirthday, printBirthday } from './day-text.js'

/** What leaves the reader of a birthday cell: `MM/DD`, or an unreadable text without anything that could be its year. */
export function birthdayCell({ text, kind }: Cell): Cell {
  const birthday = parseBirthday(text, kind)
  return { text: birthday ? printBirthday(birthday) : withoutYear(text), kind: 'text' }
}

function withoutYear(text: string): string {
  let numbers = 0
  return text.replace(/\d+/g, (digits) => {
    numbers += 1
    return numbers <= 2 && digits.length <= 2 && Number(digits) <= 31 ? digits : '#'.repeat(Math.min(digits.length, 4))
  })
}
