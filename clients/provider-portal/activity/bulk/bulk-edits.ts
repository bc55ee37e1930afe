import type { ActivityItemInput, BulkActivityFragment } from '../../../graphql/graphql'
import type { CellEdit } from '../../../shared/ui/edit-table/edit-table'
import type { FieldIssue } from '../../../shared/ui/field'
import { type BulkColumn, bulkColumns } from './bulk-columns'

/** The texts that were typed and are not saved, by activity and column. */
export type Edits = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is wrong in single cells, by activity and column. */
export type CellIssues = Readonly<Record<string, Readonly<Record<string, FieldIssue>>>>

const columnOf = (id: string) => bulkColumns.find((column) => column.id === id)

/** The text as a cell keeps it: an option by its code, a day as a day, anything else as typed. */
function normal(column: BulkColumn, text: string) {
  const reading = column.read(text)
  if ('problem' in reading) return text
  const [value] = Object.values(reading.part.fields ?? {})
  if (column.id === 'status') return column.options?.find(({ id, label }) => [id, label].includes(text))?.id ?? text
  return value === null || value === undefined ? '' : String(value)
}

/** Adds edits; a cell that is back at what is stored is no edit. */
export function edited(edits: Edits, cells: readonly CellEdit[], activities: readonly BulkActivityFragment[]): Edits {
  const next: Record<string, Record<string, string>> = {}
  for (const [key, row] of Object.entries(edits)) next[key] = { ...row }
  for (const { rowKey, columnId, text } of cells) {
    const column = columnOf(columnId)
    const activity = activities.find(({ activityId }) => activityId === rowKey)
    if (!column || !activity) continue
    const row = { ...next[rowKey], [columnId]: normal(column, text) }
    if (row[columnId] === column.text(activity)) delete row[columnId]
    next[rowKey] = row
  }
  return Object.fromEntries(Object.entries(next).filter(([, row]) => Object.keys(row).length > 0))
}

/** How many cells of how many activities are changed. */
export const countOf = (edits: Edits) => ({
  activities: Object.keys(edits).length,
  cells: Object.values(edits).reduce((sum, row) => sum + Object.keys(row).length, 0),
})

/** The edits as the server takes them; what cannot be read stays behind, with the reason. */
export function itemsOf(edits: Edits, activities: readonly BulkActivityFragment[]) {
  const items: ActivityItemInput[] = []
  const issues: Record<string, Record<string, FieldIssue>> = {}
  for (const { activityId, version } of activities) {
    const readings = Object.entries(edits[activityId] ?? {}).map(([columnId, text]) => ({
      columnId,
      reading: columnOf(columnId)?.read(text) ?? { problem: 'This cannot be changed here.' },
    }))
    const item: ActivityItemInput = { activityId, expectedVersion: version }
    for (const { columnId, reading } of readings) {
      if ('problem' in reading) {
        issues[activityId] = { ...issues[activityId], [columnId]: { tone: 'error', text: reading.problem } }
      } else {
        const fields = { ...item.fields, ...reading.part.fields }
        Object.assign(item, reading.part, { fields })
      }
    }
    if (readings.length > 0 && !issues[activityId]) items.push(item)
  }
  return { items, issues }
}
