import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { SetupProblem } from '../../../../subgraphs/shared/postgres/setup-problem.js'

/** One line of a file by the names of its columns in lower case; a column that a line lacks is absent. */
export type CsvRecord = Record<string, string>

const options = {
  bom: true,
  columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
  skip_empty_lines: true,
  relax_column_count: true,
}

/**
 * Reads a file line by line, however long it is: quoted cells, a mark of byte order and any line ends are understood.
 * Throws a SetupProblem that says what to do where the file is missing, lacks a column or breaks off inside a quote.
 */
export async function* streamRecords(path: string, needed: readonly string[] = []): AsyncGenerator<CsvRecord> {
  let line = 0
  // The reader of the records sees every error of both; here there is nothing left to do.
  const records = pipeline(createReadStream(path), parse(options), () => undefined)
  try {
    for await (const record of records as AsyncIterable<CsvRecord>) {
      if (line === 0) requireColumns(path, record, needed)
      line += 1
      yield record
    }
  } catch (cause) {
    throw readable(path, cause)
  }
}

/** All the records of a file that fits into memory. */
export async function readRecords(path: string, needed: readonly string[] = []): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const record of streamRecords(path, needed)) records.push(record)
  return records
}

function requireColumns(path: string, record: CsvRecord, needed: readonly string[]): void {
  const missing = needed.filter((column) => !(column in record))
  if (missing.length > 0) throw new SetupProblem(`Add the column ${missing.join(', ')} to ${path}: it is missing.`)
}

function readable(path: string, cause: unknown): unknown {
  if (cause instanceof CsvError) return new SetupProblem(`Mend ${path}: ${cause.message}`, { cause })
  const isFileProblem = cause instanceof Error && 'syscall' in cause
  return isFileProblem ? new SetupProblem(`Say where to read: ${cause.message}`, { cause }) : cause
}
