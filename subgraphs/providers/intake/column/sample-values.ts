import { parseDay } from '../../../shared/workbook/day-text.js'
import type { ColumnKey, ColumnKind, IntakeColumn } from './column.js'

const amountText = /^\$?\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/
const byKind: Partial<Record<ColumnKind, (value: string) => boolean>> = {
  day: (value) => parseDay(value, 'text') !== undefined,
  amount: (value) => amountText.test(value),
  count: (value) => amountText.test(value),
  flag: (value) => /^(?:y|n|yes|no|true|false|0|1|x)$/i.test(value),
}
const byKey: Partial<Record<ColumnKey, (value: string) => boolean>> = {
  activityId: (value) => /^\d{6,12}$/.test(value),
  url: (value) => /^https?:|^www\.|\.\w{2,}/i.test(value),
  country: (value) => /^\p{L}[\p{L} .]+$/u.test(value),
}

/** One value alone is no evidence. */
const fewestSamples = 2

/** Which part of the first values, from 0 to 1, could stand in a column; 1 when there are too few to tell. */
export function looksLike(samples: readonly string[], { key, kind }: IntakeColumn): number {
  const fits = byKey[key] ?? byKind[kind]
  if (!fits || samples.length < fewestSamples) return 1
  return samples.filter(fits).length / samples.length
}
