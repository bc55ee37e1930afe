import type { FileColumn, Match } from '../../shared/column/column-matcher.js'
import { badInput } from '../../shared/errors.js'
import { type ColumnKey, columns, learnerForm } from '../batch/columns.js'
import type { ColumnMapping, EveryRow } from './column-mapping.js'
import { DayOrder, DayOrderFinding, findDayOrder } from './day-order.js'
import { headerNames } from './header-fingerprint.js'
import { type FileLook, isSure } from './look-at-file.js'
import { recognizeColumns } from './recognize-columns.js'

/** What somebody says of a file: of its columns by position, of its dates, and of what it lacks. */
export interface Said {
  columns: ReadonlyMap<number, ColumnKey | null>
  dayOrder?: DayOrder | null
  everyRow: EveryRow
}

/** What was said of an earlier file with the same headers. */
export interface Remembered {
  columns: { name: string; nth: number; key: ColumnKey | null }[]
  dayOrder: DayOrder
  everyRow: EveryRow
}

/** A column that has to be there and is not. */
export interface MissingColumn {
  /** What is missing, as the template names it. */
  name: string
  key: ColumnKey
}

/** What a file is taken for. */
export interface Proposal {
  headerRow: number
  columns: (Match<ColumnKey> & Pick<FileColumn, 'samples'>)[]
  finding: DayOrderFinding
  /** What the dates are read as; null when it has to be said. */
  dayOrder: DayOrder | null
  everyRow: EveryRow
  missing: MissingColumn[]
}

const nothingSaid: Said = { columns: new Map(), everyRow: {} }

/** What the columns of a file are taken for: what is said now goes before what is remembered, and that before what is recognized. */
export function proposeMapping(
  { headerRow, columns: found, rows }: FileLook,
  activities: ReadonlySet<string>,
  remembered?: Remembered,
  said: Said = nothingSaid,
): Proposal {
  const chosen = new Map([...rememberedColumns(found, remembered, said), ...said.columns])
  const matched = recognizeColumns(found, { activities, chosen })
  const samples = new Map(found.map((column) => [column.position, column.samples]))
  const shown = matched.map((match) => ({ ...match, samples: samples.get(match.position) ?? [] }))
  const read = new Map(matched.flatMap((match) => (match.key && isSure(match) ? [[match.key, match.position]] : [])))
  const finding = findDayOrder(
    [...read].flatMap(([key, position]) =>
      dayKeys.has(key) ? rows.flatMap(({ cells }) => cells[position - 1]?.text ?? []) : [],
    ),
  )
  const everyRow = withoutColumns({ recordAction: 'Add', ...remembered?.everyRow, ...said.everyRow }, read)
  return {
    headerRow,
    columns: shown,
    finding,
    dayOrder: said.dayOrder ?? orderFound[finding] ?? remembered?.dayOrder ?? null,
    everyRow,
    missing: missingColumns(new Set([...read.keys(), ...(Object.keys(everyRow) as ColumnKey[])])),
  }
}

/** How the file is to be read. Throws BAD_USER_INPUT, with what is to be said, where that is not known yet. */
export function mappingOf({ headerRow, columns: proposed, dayOrder, everyRow, missing }: Proposal): ColumnMapping {
  if (missing.length)
    throw badInput(`The file lacks ${missing.map(({ name }) => name).join(', ')}.`, {
      hint: 'Say which of its columns that is, or give one value for every row.',
    })
  if (!dayOrder) throw badInput('Say whether dates such as 03/04/2026 begin with the month or with the day.')
  const mapped = proposed.map((column) => ({
    position: column.position,
    header: column.header,
    key: isSure(column) ? column.key : null,
  }))
  return { headerRow, columns: mapped, dayOrder, everyRow }
}

const orderFound: Partial<Record<DayOrderFinding, DayOrder>> = {
  [DayOrderFinding.NOT_NEEDED]: DayOrder.MONTH_FIRST,
  [DayOrderFinding.MONTH_FIRST]: DayOrder.MONTH_FIRST,
  [DayOrderFinding.DAY_FIRST]: DayOrder.DAY_FIRST,
}

/** Columns whose dates have an order. */
export const dayKeys: ReadonlySet<ColumnKey> = new Set(
  columns.flatMap(({ key, kind }) => (kind === 'day' || kind === 'birthday' ? [key] : [])),
)

function rememberedColumns(found: readonly FileColumn[], remembered: Remembered | undefined, said: Said) {
  const known = new Map(remembered?.columns.map(({ name, nth, key }) => [`${nth} ${name}`, key]))
  const saidNow = new Set(said.columns.values())
  const names = headerNames(found.map(({ header }) => header))
  return found.flatMap(({ position }, i): [number, ColumnKey | null][] => {
    const key = known.get(`${names[i]?.nth} ${names[i]?.name}`)
    return key === undefined || (key !== null && saidNow.has(key)) ? [] : [[position, key]]
  })
}

const withoutColumns = (everyRow: EveryRow, read: ReadonlyMap<ColumnKey, number>): EveryRow =>
  Object.fromEntries(Object.entries(everyRow).filter(([key, text]) => text && !read.has(key as ColumnKey)))

/** What has to be there: what the template asks for, and the state of a CME credit, without which no row of it can be recorded. */
function missingColumns(found: ReadonlySet<ColumnKey>): MissingColumn[] {
  const asked = columns.flatMap(({ key, header, required }) =>
    required && !found.has(key) ? [{ name: header, key }] : [],
  )
  const also = (learnerForm.alsoMissing?.(found) ?? []).map((name) => ({ name, key: 'cmeCredits' as const }))
  const state = columns.flatMap(({ key, header }) =>
    key === 'licensingState' && found.has('cmeCredits') && !found.has(key) ? [{ name: header, key }] : [],
  )
  return [...asked, ...also, ...state]
}
