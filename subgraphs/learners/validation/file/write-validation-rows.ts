import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { SheetRow } from '../../../shared/workbook/data-table.js'
import { isValid } from '../answer.js'
import type { HeardMatch, HeardPart } from '../heard-match.js'
import { type ValidationKey, validationForm } from '../validation-form.js'
import { columnOfKey } from './row-columns.js'

/** A row that was read, with what the provider hears of it; nothing where it could not be read. */
export interface CheckedRow extends SheetRow<ValidationKey> {
  heard: HeardMatch | undefined
}

/** Keeps the rows of a chunk with what was heard of them, a list of each column in one statement. */
export async function writeValidationRows(
  em: EntityManager,
  batchId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await executeBound(em, insertSql, [
    batchId,
    rows.map(({ rowNumber }) => rowNumber),
    rows.map(({ line }) => line ?? null),
    rows.map(({ heard }) => heard !== undefined && isValid(heard)),
    rows.map(({ heard }) => heard?.license?.decision ?? null),
    rows.map(({ heard }) => detailsOf(heard?.license)),
    rows.map(({ heard }) => heard?.board?.decision ?? null),
    rows.map(({ heard }) => detailsOf(heard?.board)),
    ...keys.map((key) => rows.map(({ cells }) => cells[key]?.text ?? null)),
  ])
}

const detailsOf = (part: HeardPart | null | undefined) => (part?.details.length ? part.details.join() : null)

const keys = validationForm.columns.map(({ key }) => key)
const cellColumns = keys.map((key) => columnOfKey[key]).join(', ')
const cellLists = keys.map((_, i) => `$${i + 9}::text[]`).join(', ')

const insertSql = `
  insert into validation_batch_row (batch_id, row_number, line, is_valid, license_decision, license_details,
    board_decision, board_details, ${cellColumns})
  select $1::uuid, row_number, line, is_valid, license_decision, string_to_array(license_details, ','),
    board_decision, string_to_array(board_details, ','), ${cellColumns}
  from unnest($2::int[], $3::int[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::text[], ${cellLists})
    as checked (row_number, line, is_valid, license_decision, license_details, board_decision, board_details,
      ${cellColumns})`
