/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Column and row of a reference such as `E14`; undefined when it is none, or lies beyond what a sheet can have. */
export function parseCellRef(ref: string): { column: number; row: number } | undefined {
  let column = 0
  let i = 0
  for (; i < ref.length; i++) {
    const letter = ref.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const row = rowNumber(ref, i)
  return column >= 1 && column <= lastColumn && row !== undefined ? { column, row } : undefined
}

/** The number of a row as a sheet writes it, from a place in a text on; undefined when it is none. */
export function rowNumber(text: string, from = 0): number | undefined {
  let row = 0
  for (let i = from; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9 || (digit === 0 && i === from)) return undefined
    row = row * 10 + digit
  }
  return row >= 1 && row <= lastRow ? row : undefined
}

export const lastRow = 1_048_576
export const lastColumn = 16_384
