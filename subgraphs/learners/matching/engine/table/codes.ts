import { type StateCode, stateNames } from '../../../../reference/states.js'

const states = Object.keys(stateNames) as StateCode[]

/** Numbers of states start at 1; 0 is a state that is unknown or was not given. */
export const stateCount = states.length + 1
const stateNumbers = new Map(states.map((code, index) => [code, index + 1]))
export const stateNumber = (code: StateCode | undefined) => (code ? (stateNumbers.get(code) ?? 0) : 0)
export const stateOf = (number: number): StateCode | undefined => states[number - 1]

const suffixes = ['JR', 'SR', 'II', 'III', 'IV', 'V']
/** Number of a normal suffix; 0 for none. */
export const suffixNumber = (suffix: string | undefined) => (suffix ? suffixes.indexOf(suffix) + 1 : 0)

const boards = new Map<string, number>()
const maxBoards = 255

/** Number of a certifying board, also of one that the platform does not know; 0 for none. */
export function boardNumber(code: string): number {
  const asWritten = boards.get(code)
  if (asWritten !== undefined) return asWritten
  const key = code.trim().toUpperCase().slice(0, 20)
  if (!key) return 0
  const known = boards.get(key)
  if (known !== undefined) return known
  if (boards.size >= maxBoards) return 0
  boards.set(key, boards.size + 1)
  return boards.size
}

/** The boards that have a number, in the order of their numbers. */
export const numberedBoards = (): string[] => [...boards.keys()]

/** Number of a board that somebody on file is certified by; 0 for any other. */
export const knownBoardNumber = (code: string) => boards.get(code.trim().toUpperCase()) ?? 0
