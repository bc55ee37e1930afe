import { type TableLimits, tableLimits } from '../../../../shared/table/limits.js'
import { openTable } from '../../../../shared/table/open-table.js'
import { findLayout } from '../../../../shared/table/table-layout.js'
import { inspectForm, readForm } from '../../../../shared/workbook/read-form.js'
import { validationForm } from '../../validation-form.js'
import type { ValidationShape } from '../validation-batch.js'
import type { FileFacts, FileReading } from './file-reading.js'
import { KeptTexts } from './kept-texts.js'
import { textOfRows, type ValidationRow } from './row-text.js'

/** Rows that make one text: waiting for each costs more than reading it. */
const rowsAtOnce = 1_000

/**
 * Reads validation files in this thread. The rows of the file that was inspected last are kept until they are asked for, as
 * long as there is room, so that most files are read only once.
 */
export class FileReader implements FileReading {
  private readonly kept: KeptTexts

  constructor(
    private readonly limits: TableLimits = tableLimits,
    keptCharacters?: number,
  ) {
    this.kept = new KeptTexts(keptCharacters)
  }

  async inspect(path: string, show?: (text: string) => void): Promise<FileFacts> {
    const layout = await findLayout(path)
    const keeping = this.kept.begin(path)
    let rows: ValidationRow[] = []
    const pass = () => {
      const text = textOfRows(rows)
      keeping.add(text)
      show?.(text)
      rows = []
    }
    const open = () => openTable(path, this.limits, layout)
    const found = await inspectForm(open, validationForm, this.limits, undefined, (some) => {
      rows.push(...some)
      if (rows.length >= rowsAtOnce) pass()
    })
    if (rows.length) pass()
    keeping.end()
    const { rowCount, headerRow, columns } = found
    const warnings = found.warnings.map(({ message, place }) => ({ message, place }))
    return { layout, rowCount, headerRow, columns, warnings }
  }

  async *read(path: string, shape: ValidationShape): AsyncGenerator<string> {
    const kept = this.kept.handOut(path)
    if (kept) {
      yield* kept
      return
    }
    let rows: ValidationRow[] = []
    for await (const row of readForm(() => openTable(path, this.limits, shape), validationForm, this.limits)) {
      if (rows.push(row) < rowsAtOnce) continue
      yield textOfRows(rows)
      rows = []
    }
    if (rows.length) yield textOfRows(rows)
  }
}
