import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput } from '../../shared/errors.js'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import type { Batch } from '../batch/batch.js'
import { type ColumnKey, columns } from '../batch/columns.js'
import { DayOrderFinding } from './day-order.js'
import { isSure } from './look-at-file.js'
import type { Proposal, Said } from './propose-mapping.js'
import { readMapping } from './read-mapping.js'
import type { RememberedMapping } from './remembered-mappings.js'
import type { FileColumnMapping, FileColumnUse, LearnerColumn, UploadPreview } from './upload-preview.js'

const samplesShown = 3
const longestSample = 60

/** What a file looks like. Throws BAD_USER_INPUT with the reason for a file that would be refused. */
export async function previewUpload(
  em: EntityManager,
  { providerId, mapping }: Pick<Batch, 'providerId' | 'mapping'>,
  path: string,
  said: Said,
): Promise<UploadPreview> {
  const { look, proposal, remembered } = await refusedAsInput(() => readMapping(em, providerId, path, said, mapping))
  const { layout, isTemplate, headerRow } = look
  const shown = proposal ? shownOf(proposal) : nothingToSay
  return {
    format: layout.format,
    isTemplate,
    headerRow,
    remembered: remembered ? toFileColumnMapping(remembered) : null,
    ...shown,
  }
}

/** Does what reads a file; a refusal of the file is told as BAD_USER_INPUT. */
export async function refusedAsInput<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    throw badInput(error.message, { cause: error, ...(error.place ? { hint: `Look at ${error.place}.` } : {}) })
  }
}

const nothingToSay = {
  columns: [],
  missing: [],
  everyRow: [],
  dayOrderFinding: DayOrderFinding.NOT_NEEDED,
  dayOrder: null,
  isComplete: true,
}

function shownOf({ columns: proposed, missing, everyRow, finding, dayOrder }: Proposal) {
  return {
    columns: proposed.map(toUse),
    missing: missing.map(({ name, key }) => ({ name, column: learnerColumn(key) })),
    everyRow: Object.entries(everyRow).map(([key, text]) => ({ column: learnerColumn(key as ColumnKey), text })),
    dayOrderFinding: finding,
    dayOrder,
    isComplete: missing.length === 0 && dayOrder !== null,
  }
}

function toUse({ samples, key, ...column }: Proposal['columns'][number]): FileColumnUse {
  const distinct = [...new Set(samples)].slice(0, samplesShown)
  return {
    ...column,
    column: key ? learnerColumn(key) : null,
    isRead: isSure({ key, confidence: column.confidence }),
    samples: distinct.map((text) => shorten(key === 'dateOfBirth' ? text.replace(yearOfBirth, 'yyyy') : text)),
  }
}

const yearOfBirth = /\b(?:18|19|20)\d{2}\b/
const shorten = (text: string) => [...text.slice(0, 2 * longestSample).toWellFormed()].slice(0, longestSample).join('')

/** Every column that a file of learner credit may have. */
export const learnerColumns: readonly LearnerColumn[] = columns.map(({ key, header, guidance }, i) => {
  const likeIt = columns.filter((other) => other.header === header)
  const nth = columns.slice(0, i + 1).filter((other) => other.header === header).length
  return { key, header: likeIt.length > 1 ? `${header} ${nth}` : header, guidance }
})

const byKey = new Map(learnerColumns.map((column) => [column.key, column]))

function learnerColumn(key: ColumnKey): LearnerColumn {
  const found = byKey.get(key)
  if (!found) throw new Error(`There is no column ${key}.`)
  return found
}

/** What is remembered, as the API shows it. */
export const toFileColumnMapping = ({
  mappingId,
  columns: remembered,
  dayOrder,
  saidBy,
  saidAt,
}: RememberedMapping): FileColumnMapping => ({
  mappingId,
  headers: remembered.flatMap(({ name, key }) => (key ? [name] : [])),
  dayOrder,
  saidBy,
  saidAt,
})
