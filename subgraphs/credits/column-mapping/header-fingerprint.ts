import { createHash } from 'node:crypto'
import { normalHeader } from '../../shared/column/header-words.js'
import { resultHeaders } from '../batch/columns.js'

/** A header with its number among those of the same name, from 1: what a remembered column is known by. */
export interface HeaderName {
  name: string
  nth: number
}

/** The headers of a file by name, each with its number among its like; case and punctuation do not matter. */
export function headerNames(headers: readonly string[]): HeaderName[] {
  const seen = new Map<string, number>()
  return headers.map((header) => {
    const name = normalHeader(header) || header.trim()
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { name, nth }
  })
}

/** Tells files with the same headers, in whatever order, from others; columns without a name, and what our results add, do not count. */
export const fingerprintOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        headerNames(headers.filter(counts))
          .map(({ name, nth }) => `${nth} ${name}`)
          .toSorted(),
      ),
    )
    .digest('hex')

const ownNames = new Set(resultHeaders.map(normalHeader))
const counts = (header: string) => header !== '' && !ownNames.has(normalHeader(header))
