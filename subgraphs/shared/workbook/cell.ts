import { restoreFormulaText } from './formula-text.js'
import { serialDay } from './serial-day.js'
import type { RawCell } from './sheet-rows.js'
import { unescapeXmlText } from './xml-text.js'

/** How a cell came: typed text, a number, or a number that the workbook shows as a day. */
export type CellKind = 'text' | 'number' | 'date'

/** One cell as the provider gave it; a day is `YYYY-MM-DD`, a birthday `MM/DD` without its year. */
export interface Cell {
  text: string
  kind: CellKind
}

/** What the number in a cell may refer to. */
export interface CellContext {
  sharedString(index: number): string | undefined
  dateStyles: readonly boolean[]
  epoch1904: boolean
}

/** A cell as people see it; undefined when it is blank, `BROKEN` when it points to a text that is not there. */
export function toCell(raw: RawCell, context: CellContext, meansDay = false): Cell | 'BROKEN' | undefined {
  switch (raw.type) {
    case 's': {
      const shared = context.sharedString(Number(raw.text))
      return shared === undefined ? 'BROKEN' : textCell(shared)
    }
    case 'n':
      return numberCell(raw, context, meansDay)
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(raw.text) ? { text: raw.text.slice(0, 10), kind: 'date' } : textCell(raw.text)
    case 'b':
      return { text: raw.text === '1' || raw.text === 'true' ? 'TRUE' : 'FALSE', kind: 'text' }
    default:
      return textCell(raw.text)
  }
}

function numberCell({ text, style }: RawCell, context: CellContext, meansDay: boolean): Cell | undefined {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return textCell(text)
  const isDay = context.dateStyles[style] || (meansDay && value >= firstPlainSerial)
  const day = isDay ? serialDay(value, context.epoch1904) : undefined
  return day === undefined ? { text: printNumber(value), kind: 'number' } : { text: day, kind: 'date' }
}

/** A number without a date format is taken for a day only from here on (in 1927), so that a bare year is not. */
const firstPlainSerial = 10_000

/** A number as a spreadsheet program shows it: fifteen digits, so that 0.1 + 0.2 is 0.3. */
export function printNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)))
}

function textCell(escaped: string): Cell | undefined {
  const text = restoreFormulaText(unescapeXmlText(escaped).trim())
  return text === '' ? undefined : { text, kind: 'text' }
}
