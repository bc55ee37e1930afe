import { cursorInvalid } from '../errors.js'
import { isUuid } from './id.js'
import { isDay } from './scalars.js'
import { isStorable } from './text.js'

const instant = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)$/
const maxRow = 2 ** 31 - 1

/** What the parts of a sort key may be; the database compares nothing else with such a column. */
const holds = {
  UUID: (part: unknown) => typeof part === 'string' && isUuid(part),
  DAY: (part: unknown) => typeof part === 'string' && isDay(part),
  OPTIONAL_DAY: (part: unknown) => typeof part === 'string' && (part === '' || isDay(part)),
  INSTANT: (part: unknown) => typeof part === 'string' && instant.test(part) && !Number.isNaN(Date.parse(part)),
  TEXT: (part: unknown) => typeof part === 'string' && isStorable(part),
  OPTIONAL_NUMBER: (part: unknown) => typeof part === 'string' && /^\d{0,9}$/.test(part),
  NUMBER: (part: unknown) => Number.isInteger(part) && Math.abs(Number(part)) <= maxRow,
} satisfies Record<string, (part: unknown) => boolean>

export type CursorPart = keyof typeof holds

type SortKey<Parts extends readonly CursorPart[]> = {
  -readonly [Index in keyof Parts]: Parts[Index] extends 'NUMBER' ? number : string
}

/** Writes the sort key of an item as an opaque cursor. */
export const toCursor = (key: readonly (string | number)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Reads a cursor back into a sort key of these parts. Throws CURSOR_INVALID for anything that was not such a key. */
export function fromCursor<const Parts extends readonly CursorPart[]>(cursor: string, parts: Parts): SortKey<Parts> {
  const key = parse(cursor)
  const fits =
    Array.isArray(key) && key.length === parts.length && parts.every((part, index) => holds[part](key[index]))
  if (!fits) throw cursorInvalid(invalidSentence)
  return key as SortKey<Parts>
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (cause) {
    throw cursorInvalid(invalidSentence, { cause })
  }
}

const invalidSentence = 'That cursor is not one of ours. Start again without `after`.'
