import { activityColumns } from './activity-columns.js'
import { boardColumns } from './board-columns.js'
import type { ColumnGroup, ColumnKey, IntakeColumn } from './column.js'
import { furtherColumns } from './further-columns.js'

/** Every column that an activity file may have. */
export const columns: readonly IntakeColumn[] = [...activityColumns, ...boardColumns, ...furtherColumns]

const byKey = new Map(columns.map((candidate) => [candidate.key, candidate]))

/** The column with a key. */
export function columnOf(key: ColumnKey): IntakeColumn {
  const found = byKey.get(key)
  if (!found) throw new Error(`There is no column ${key}.`)
  return found
}

/** The column a text names as a key, where there is one. */
export const parseColumnKey = (key: string): ColumnKey | undefined =>
  columns.find((candidate) => candidate.key === key)?.key

/** The columns we add to a result file; a file that is sent back may still have them. */
export const resultHeaders = ['Outcome', 'Reason', 'Suggested Fix'] as const

const countKeys: readonly ColumnKey[] = ['activityId', 'physicianLearners', 'otherLearners', 'countedOn', 'close']

/** The columns of each template, in its order. */
export const templateColumns = {
  'activities-cme': activityColumns.filter(({ key }) => key !== 'supportCurrency'),
  'activities-cme-moc': [...activityColumns.filter(({ key }) => key !== 'supportCurrency'), ...boardColumns],
  'activities-learner-counts': countKeys.map(columnOf),
} as const satisfies Record<string, readonly IntakeColumn[]>

export type TemplateName = keyof typeof templateColumns

/** How often the columns of a group stand in a template. */
export const templateRepetitions: Readonly<Record<ColumnGroup, number>> = { SUPPORTER: 3, BOARD: 3 }
