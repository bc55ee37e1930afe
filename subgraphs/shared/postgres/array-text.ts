/** What can stand in a list that we write ourselves. */
export type ArrayItem = string | number | boolean | null | undefined

/** A list as Postgres reads arrays; the driver’s own way looks through every text twice. */
export function arrayText(items: readonly ArrayItem[]): string {
  let text = ''
  for (const item of items) text += `,${itemText(item)}`
  return `{${text.slice(1)}}`
}

/** True for a list of nothing but plain values. */
export const isPlainList = (value: unknown): value is ArrayItem[] =>
  Array.isArray(value) && value.every((item) => item === null || item === undefined || plainTypes.has(typeof item))

function itemText(item: ArrayItem): string {
  if (item === null || item === undefined) return 'NULL'
  if (typeof item !== 'string') return String(item)
  return special.test(item) ? `"${item.replace(/["\\]/g, '\\$&')}"` : `"${item}"`
}

const plainTypes: ReadonlySet<string> = new Set(['string', 'number', 'boolean'])
const special = /["\\]/
