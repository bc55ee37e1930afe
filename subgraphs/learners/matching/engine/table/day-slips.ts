import { codesOf } from '../model/levels.js'

const BIRTHDATE = codesOf('BIRTHDATE')
const firstOfJanuary = 32 + 1
const table = new Map<number, Uint8Array>()

/** The level of each day on file against a day that was typed, by number of the day. */
export function dayLevels(typed: number): Uint8Array {
  const known = table.get(typed)
  if (known) return known
  const made = Uint8Array.from({ length: 512 }, (_, onFile) => levelOf(typed, onFile))
  table.set(typed, made)
  return made
}

/** Marks every day. */
export const anyDay = new Uint8Array(512).fill(1)

const nearby = new Map<number, Uint8Array>([[0, anyDay]])

/** Marks the days on file that are the typed one or a slip away from it; all of them where none was given. */
export function nearDays(typed: number): Uint8Array {
  const known = nearby.get(typed)
  if (known) return known
  const made = dayLevels(typed).map((level) => (level < BIRTHDATE.FIRST_OF_JANUARY ? 1 : 0))
  nearby.set(typed, made)
  return made
}

function levelOf(typed: number, onFile: number): number {
  if (typed === onFile) return BIRTHDATE.EXACT
  const [month, day] = [typed >> 5, typed & 31]
  const [monthOnFile, dayOnFile] = [onFile >> 5, onFile & 31]
  if (month === dayOnFile && day === monthOnFile) return BIRTHDATE.SWAPPED
  if (month === monthOnFile && isSlip(day, dayOnFile)) return BIRTHDATE.SLIP
  if (day === dayOnFile && isSlip(month, monthOnFile)) return BIRTHDATE.SLIP
  if (isDayAfter(typed, onFile) || isDayAfter(onFile, typed)) return BIRTHDATE.SLIP
  return typed === firstOfJanuary ? BIRTHDATE.FIRST_OF_JANUARY : BIRTHDATE.DIFFERENT
}

/** One off, or one digit replaced, left out or added, or two digits exchanged. */
function isSlip(typed: number, meant: number): boolean {
  if (Math.abs(typed - meant) === 1) return true
  const [one, other] = [String(typed).padStart(2, '0'), String(meant).padStart(2, '0')]
  if (one[0] === other[0] || one[1] === other[1]) return true
  return one[0] === other[1] && one[1] === other[0]
}

const lastDays = new Set([
  32 + 31,
  64 + 28,
  64 + 29,
  96 + 31,
  128 + 30,
  160 + 31,
  192 + 30,
  224 + 31,
  256 + 31,
  288 + 30,
])
for (const day of [320 + 31, 352 + 30, 384 + 31]) lastDays.add(day)

/** The first of a month after the last of the one before; days within a month are a slip of the day already. */
const isDayAfter = (later: number, earlier: number) =>
  lastDays.has(earlier) && (later & 31) === 1 && later >> 5 === ((earlier >> 5) % 12) + 1
