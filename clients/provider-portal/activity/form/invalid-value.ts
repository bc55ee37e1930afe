import type { Issue } from './field-issues'

// How the graph names a value of a variable that is no value of its type, and what to write instead.
const pattern = /^Variable "\$(\w+)" got invalid value (.+?) at "([\w.[\]]+)"; (.+)$/s

/** The issue of a field whose value the graph does not even read; undefined when the error is about something else. */
export function invalidValue(message: string, boardCodes: readonly string[]): Issue | undefined {
  const [, , value = '', path = '', advice = ''] = pattern.exec(message) ?? []
  if (!path) return undefined
  const field = path
    .replace(/^input\./, '')
    .replace(/^mocRegistrations\[(\d+)\]/, (_, at: string) => `mocRegistrations.${boardCodes[Number(at)] ?? at}`)
    .replace(/\[(\d+)\]/g, '.$1')
  return { code: 'INVALID_VALUE', severity: 'ERROR', field, message: `${value} cannot be saved here.`, fix: advice }
}
