/** What stands in a record of JSON or XML; in XML every value is a text. */
export type WireValue = string | number | boolean | null | WireValue[] | WireRecord

export interface WireRecord {
  [name: string]: WireValue | undefined
}

const isRecord = (value: WireValue | undefined): value is WireRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.toLowerCase()

/** What stands at a path; the case of names and blanks around them do not matter. */
export function at(value: WireValue | undefined, ...path: readonly string[]): WireValue | undefined {
  let found = value
  for (const name of path) {
    const place = Array.isArray(found) ? found[0] : found
    found = isRecord(place) ? Object.entries(place).find(([key]) => sameName(key, name))?.[1] : undefined
  }
  return found
}

/** The first of several paths at which something stands. */
export const atEither = (value: WireValue, ...paths: readonly (readonly string[])[]): WireValue | undefined =>
  paths.map((path) => at(value, ...path)).find((found) => found !== undefined)

/** All texts under a value: of `<A>x</A><A>y</A>`, `<A><B>x</B><B>y</B></A>` and `["x", "y"]` alike. */
export function textsOf(value: WireValue | undefined): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (isRecord(value)) return Object.values(value).flatMap(textsOf)
  const text = String(value).trim()
  return text === '' ? [] : [text]
}

/** The text of a value; blank is undefined. */
export const textOf = (value: WireValue | undefined): string | undefined => textsOf(value)[0]

/** The records under a value that have a name in them, however they are wrapped. */
export function recordsWith(value: WireValue | undefined, ...names: readonly string[]): WireRecord[] {
  if (Array.isArray(value)) return value.flatMap((item) => recordsWith(item, ...names))
  if (!isRecord(value)) return []
  if (names.some((name) => at(value, name) !== undefined)) return [value]
  return Object.values(value).flatMap((item) => recordsWith(item, ...names))
}
