/** What was changed of the rows of a batch and has not been sent, by row number and key of the cell. */
export interface Corrections {
  rows: Readonly<Record<number, Readonly<Record<string, string>>>>
  /** What was sent and not answered yet, under the name by which it can be repeated. */
  sending?: Sending
}

/** Rows that are sent together, as the graph takes them. */
export interface Sending {
  key: string
  rows: { rowNumber: number; cells: { key: string; text: string }[] }[]
}

interface CorrectableRow {
  rowNumber: number
  cells: readonly { key: string; text: string }[]
}

/** The most rows that one call takes. */
export const maxRows = 500

export const noCorrections: Corrections = { rows: {} }

/** What a row says in a cell. */
export const textOf = ({ cells }: CorrectableRow, key: string) => cells.find((cell) => cell.key === key)?.text ?? ''

/** With a cell changed; with what it said before it is as if nobody had touched it. */
export function withCell(corrections: Corrections, row: CorrectableRow, key: string, text: string): Corrections {
  const { [key]: _before, ...others } = corrections.rows[row.rowNumber] ?? {}
  const changes = text === textOf(row, key) ? others : { ...others, [key]: text }
  return Object.keys(changes).length > 0 ? put(corrections, row.rowNumber, changes) : withoutRow(corrections, row)
}

/** With a row to be sent as it is, besides what was changed of it. */
export const withRow = (corrections: Corrections, { rowNumber }: CorrectableRow): Corrections =>
  put(corrections, rowNumber, corrections.rows[rowNumber] ?? {})

/** Without whatever was changed of a row. */
export function withoutRow(corrections: Corrections, { rowNumber }: { rowNumber: number }): Corrections {
  const { [rowNumber]: _gone, ...rows } = corrections.rows
  return { ...corrections, rows }
}

/** What is to be sent next: what was sent without an answer, else the first rows that were changed. */
export function nextSending({ rows, sending }: Corrections, newKey: () => string): Sending | undefined {
  if (sending) return sending
  const changed = Object.entries(rows).slice(0, maxRows)
  if (changed.length === 0) return undefined
  return {
    key: newKey(),
    rows: changed.map(([rowNumber, cells]) => ({
      rowNumber: Number(rowNumber),
      cells: Object.entries(cells).map(([key, text]) => ({ key, text })),
    })),
  }
}

/** After an answer: what was sent and not changed since is forgotten. */
export function answered(corrections: Corrections): Corrections {
  const sent = corrections.sending?.rows ?? []
  const isAsSent = ({ rowNumber, cells }: Sending['rows'][number]) =>
    JSON.stringify(corrections.rows[rowNumber]) ===
    JSON.stringify(Object.fromEntries(cells.map(({ key, text }) => [key, text])))
  return sent.filter(isAsSent).reduce(withoutRow, { rows: corrections.rows })
}

/** What lies on the device, or nothing where that cannot be read. */
export function readCorrections(text: string | null): Corrections {
  if (!text) return noCorrections
  try {
    const kept = JSON.parse(text) as Partial<Corrections> | null
    return kept && typeof kept.rows === 'object' ? { ...noCorrections, ...kept } : noCorrections
  } catch {
    return noCorrections
  }
}

const put = (corrections: Corrections, rowNumber: number, changes: Record<string, string>): Corrections => ({
  ...corrections,
  rows: { ...corrections.rows, [rowNumber]: changes },
})
