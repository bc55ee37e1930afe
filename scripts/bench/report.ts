import type { Figure } from './benchmark.js'

/** The figures as a table of plain text with aligned columns. */
export function printFigures(figures: readonly Figure[]): string {
  const lines = [
    ['figure', 'value', 'compared with'],
    ...figures.map(({ name, value, comparedWith }) => [name, printNumber(value), comparedWith]),
  ]
  const widthOf = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0))
  const [names, values] = [widthOf(0), widthOf(1)]
  return lines
    .map(([name = '', value = '', words = '']) =>
      `${name.padEnd(names)}  ${value.padStart(values)}  ${words}`.trimEnd(),
    )
    .join('\n')
}

/** The figures as one JSON object, with three decimals at most. */
export function toJson(figures: readonly Figure[]): string {
  return JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, Number(value.toFixed(3))])), null, 2)
}

/** A number as people write it: 10,000 or 3.25. */
export const printNumber = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 })
