/** True for what says something: no blank text, no empty list, no object whose parts are all blank. False is an answer. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && !(value instanceof Date)) return Object.values(value).some(isFilled)
  return true
}
