import { cursorInvalid } from '../../subgraphs/shared/errors.js'
import { parseLiveCursor } from '../../subgraphs/shared/live/live-cursor.js'
import type { LiveLimits } from './limits.js'

/** The id of an event as a listener keeps it: its cursor, and when it was told. */
export const eventIdOf = (cursor: string, now: Date): string => `${cursor}@${now.getTime().toString(36)}`

/**
 * The cursor in an id that a listener has sent back. Throws CURSOR_INVALID for one that is none of ours, and for one so old
 * that what came behind it may be forgotten.
 */
export function cursorIn(eventId: string, now: Date, { returnMs }: Pick<LiveLimits, 'returnMs'>): string {
  const [, cursor, at] = /^([\d:]{3,60})@([0-9a-z]{1,12})$/.exec(eventId) ?? []
  const toldAt = Number.parseInt(at ?? '', 36)
  if (cursor === undefined || !Number.isSafeInteger(toldAt))
    throw cursorInvalid('That is not the id of an event. Subscribe again without it.')
  if (now.getTime() - toldAt > returnMs)
    throw cursorInvalid('That event is too long ago. Read anew what you follow, and subscribe without its id.')
  parseLiveCursor(cursor)
  return cursor
}
