import { cursorInvalid } from '../errors.js'

/** A place among live events: behind one item of an event, or behind all of it. */
export interface LivePlace {
  transactionId: string
  position: string
  /** The number of the item, from 1; undefined behind the whole event. */
  item: string | undefined
}

/** The place that a cursor stands for. Throws CURSOR_INVALID for a text that is none. */
export function parseLiveCursor(cursor: string): LivePlace {
  const [, transactionId, position, item] = /^(\d{1,19}):(\d{1,18})(?::(\d{1,9}))?$/.exec(cursor) ?? []
  if (!transactionId || !position) throw cursorInvalid('That is not the id of an event. Start again without it.')
  return { transactionId, position, item }
}

/** The cursor of an item of an event. */
export const liveCursor = ({ transactionId, position, item }: LivePlace): string =>
  [transactionId, position, ...(item === undefined ? [] : [item])].join(':')

/** Whether one cursor stands behind another in the order in which events are told. */
export function isBehind(one: string, other: string): boolean {
  const [a, b] = [parseLiveCursor(one), parseLiveCursor(other)]
  for (const [left, right] of [
    [a.transactionId, b.transactionId],
    [a.position, b.position],
  ] as const) {
    if (left !== right) return BigInt(left) > BigInt(right)
  }
  if (b.item === undefined) return false
  return a.item === undefined || Number(a.item) > Number(b.item)
}
