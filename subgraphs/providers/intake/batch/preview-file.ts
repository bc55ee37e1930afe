import { sureEnough } from '../../../shared/column/column-matcher.js'
import { badInput } from '../../../shared/errors.js'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import { partsOfKey } from '../column/column.js'
import { columnOf } from '../column/columns.js'
import type { Choices, MatchedColumn } from '../column/match-columns.js'
import { findShape } from '../file/find-shape.js'
import { readRows } from '../file/read-rows.js'
import type { IntakeLimits } from '../format/limits.js'
import { legacyHeaders } from '../legacy/legacy-layout.js'
import type { Submitted } from '../row/intake-row.js'
import type { ActivityUploadPreview, PreviewRow, ProposedColumn } from './activity-preview.js'

const rowsShown = 10

/** What a file looks like. Throws BAD_USER_INPUT with the reason for a file that would be refused. */
export async function previewFile(
  path: string,
  choices: Choices,
  limits: IntakeLimits,
): Promise<ActivityUploadPreview> {
  try {
    const shape = await findShape(path, choices, limits, 'TAKE_FIRST_ROW')
    const { format, headerRow, template } = shape
    const rows: PreviewRow[] = []
    const named = shape.columns.map(proposed)
    for await (const { rowNumber, submitted, cells } of readRows(path, shape, limits)) {
      const keyed = Object.values(cells).map((cell) => cell?.text ?? '')
      rows.push({ rowNumber, texts: Array.isArray(submitted) ? textsOf(submitted, shape.columns) : keyed })
      if (rows.length === rowsShown) break
    }
    const notRecognized = shape.columns.filter(isUnknown).map(({ header }) => header)
    return { format, headerRow, columns: template ? templateColumns(template) : named, notRecognized, rows }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    throw badInput(error.message, { cause: error, ...(error.place ? { hint: `Look at ${error.place}.` } : {}) })
  }
}

const isRead = ({ key, confidence }: MatchedColumn) => key !== null && confidence >= sureEnough
const isUnknown = (column: MatchedColumn) => !isRead(column) && !column.isOurs && !column.isChosen

function proposed(column: MatchedColumn): ProposedColumn {
  const { position, header, key, confidence, isChosen } = column
  const { key: columnKey, repetition } = key ? partsOfKey(key) : { key: null, repetition: 1 }
  return {
    position,
    header,
    column: columnKey ? columnOf(columnKey) : null,
    repetition,
    confidence,
    isRead: isRead(column),
    isChosen,
  }
}

const textsOf = (submitted: Extract<Submitted, unknown[]>, columns: readonly MatchedColumn[]): string[] =>
  columns.length ? columns.map(({ position }) => submitted[position - 1] ?? '') : submitted.map((text) => text ?? '')

const templateColumns = (template: 'TEMPLATE_C' | 'TEMPLATE_D'): ProposedColumn[] =>
  legacyHeaders(template, 0).map((header, i) => ({
    position: i + 1,
    header,
    column: null,
    repetition: 1,
    confidence: 1,
    isRead: true,
    isChosen: false,
  }))
