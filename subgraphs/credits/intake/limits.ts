import { type TableLimits, tableLimits } from '../../shared/table/limits.js'

/** Columns in which something may stand, in files of other systems too. */
export const mostColumns = 256

/** What a file of learner credit may cost us (B08); files of other systems have columns that we never read. */
export const learnerLimits: Readonly<TableLimits> = { ...tableLimits, columns: mostColumns }
