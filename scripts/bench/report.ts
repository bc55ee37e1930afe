import type { Figure } from './benchmark.js'

/** The figures as a table of plain text with aligned columns. */
export function printFigures(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, comparedWith }) => [name, printNumber(value), comparedWith])
  return printColumns([['figure', 'value', 'compared with'], ...lines], ['left', 'right', 'left'])
}

/** Lines of cells with aligned columns: the first to the left and the others to the right, unless told otherwise. */
export function printColumns(lines: readonly (readonly string[])[], sides: readonly Side[] = ['left']): string {
  const count = Math.max(...lines.map(({ length }) => length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const padded = (cell: string, column: number) =>
    sides[column] === 'left' ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n')
}

type Side = 'left' | 'right'

/** The figures as one JSON object, each with its decimals. */
export function toJson(figures: readonly Figure[]): string {
  const entries = figures.map(({ name, value, decimals = 3 }) => [name, Number(value.toFixed(decimals))])
  return JSON.stringify(Object.fromEntries(entries), null, 2)
}

/** A number as people write it: 10,000 or 3.25. */
export const printNumber = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 })
