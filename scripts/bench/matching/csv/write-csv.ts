import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

/** A file that grows line by line. */
export interface CsvWriter {
  write(cells: readonly (string | number)[]): Promise<void>
  /** Resolves once everything has been written. */
  end(): Promise<void>
}

/** Opens a new file with a header; cells are quoted where they have to be. */
export async function openCsv(path: string, columns: readonly string[]): Promise<CsvWriter> {
  const lines = stringify()
  const file = lines.pipe(createWriteStream(path))
  const closed = finished(file)
  // A full disk shows in the next write or at the end, not as an error that nobody has asked for yet.
  closed.catch(() => undefined)
  const write = async (cells: readonly (string | number)[]) => {
    if (file.errored) throw file.errored
    if (lines.write(cells)) return
    await Promise.race([new Promise((resolve) => lines.once('drain', resolve)), closed])
  }
  await write(columns)
  return {
    write,
    end: () => {
      lines.end()
      return closed
    },
  }
}
