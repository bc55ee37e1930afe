import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const idBytes = 16
/** Random bytes for so many ids at once: to ask the system for each takes longer than all the rest. */
const pool = new Uint8Array(256 * idBytes)
let used = pool.length

/** A UUID that begins with the time (version 7), for ids that are made by the thousand. */
export const newId = (): string => v7({ random: randomBytes() })

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.subarray(used - idBytes, used)
}
