import type { ColumnGroup, ColumnKey, ColumnKind, IntakeColumn } from './column.js'

/** Makes columns of one kind: key, header, guidance, then other names. */
export const column =
  (kind: ColumnKind, group?: ColumnGroup) =>
  (key: ColumnKey, header: string, guidance: string, ...synonyms: string[]): IntakeColumn => ({
    key,
    header,
    guidance,
    synonyms,
    kind,
    ...(group ? { group } : {}),
  })
/** The kinds that stand alone. */
export const action = column('action')
export const text = column('text')
export const texts = column('texts')
export const day = column('day')
export const amount = column('amount')
export const count = column('count')
export const flag = column('flag')
export const choice = column('choice')
export const choices = column('choices')
export const pairs = column('pairs')

/** What is said above several columns. */
export const yesNo = 'Yes or No.'
export const several = 'Several with ; between them.'
export const aDay = 'mm/dd/yyyy.'
export const quarters = 'In steps of 0.25.'
