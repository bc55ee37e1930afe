/** When a question is asked: the field has one of the values; a list, when one of its entries has. */
export interface Condition {
  field: string
  isOneOf: readonly string[]
}

/** Whether something was answered; no and zero are answers. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object')
    return Object.entries(value).some(([name, part]) => name !== '__typename' && isFilled(part))
  return true
}

/** The value at a path of names, such as location.city; undefined where the path ends early. */
export function valueAt(values: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    return (value as Record<string, unknown>)[name]
  }, values)
}

// Of an entry in a list of objects, the part that is asked about.
const keysOfEntries = ['category', 'boardCode']

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return [String(value ?? '')]
  const key = keysOfEntries.find((name) => name in value)
  return key ? [String(valueAt(value, key))] : [String(isFilled(value))]
}

/** Whether all conditions hold for what is filled in. */
export const holds = (conditions: readonly Condition[], facts: object) =>
  conditions.every(({ field, isOneOf }) => textsOf(valueAt(facts, field)).some((text) => isOneOf.includes(text)))
