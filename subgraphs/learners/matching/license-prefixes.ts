import { stateNames } from '../../reference/states.js'

/**
 * Letters that a board writes before the digits of its license numbers and that people leave out, by board. A board that
 * writes digits alone has no line. What stands here only widens the search: names and birthday still have to agree.
 */
const prefixes: Readonly<Record<string, string>> = {
  'AK-MD': 'MEDS MEDO',
  'AL-MD': 'MD DO',
  'AR-MD': 'C E',
  'AZ-DO': 'R',
  'CA-DO': '20A',
  'CA-MD': 'A C G',
  'CO-MD': 'DR',
  'DC-MD': 'MD DO',
  'FL-DO': 'OS',
  'FL-MD': 'ME',
  'HI-MD': 'MD DOS',
  'IA-MD': 'MD DO',
  'ID-MD': 'M O',
  'LA-MD': 'MD DO',
  'MD-MD': 'D H',
  'ME-DO': 'DO',
  'ME-MD': 'MD',
  'MT-MD': 'MEDPHYSLIC',
  'ND-MD': 'PT',
  'NJ-MD': '25MA 25MB',
  'NM-MD': 'A MD',
  'NV-DO': 'DO',
  'OR-MD': 'MD DO',
  'PA-DO': 'OS',
  'PA-MD': 'MD',
  'RI-MD': 'MD DO',
  'SC-MD': 'MMD DO',
  'TN-DO': 'DO',
  'TN-MD': 'MD',
  'TX-MD': 'A J K L M N P Q R S T',
  'WA-DO': 'OP',
  'WA-MD': 'MD',
}

const prefixesByState = new Map<string, string[]>()
for (const [board, letters] of Object.entries(prefixes)) {
  const state = board.slice(0, 2)
  prefixesByState.set(state, [...(prefixesByState.get(state) ?? []), ...letters.split(' ')])
}

const spelledOut = new Map(
  Object.entries(stateNames).map(([code, name]) => [code, name.toUpperCase().replace(/[^A-Z]/g, '')]),
)

/**
 * The keys under which a license number typed for a state may stand on file: as typed, without code or name of the state
 * in front (“IL 036-052821”), and with or without a prefix of a board.
 */
export function licenseKeysOf(state: string, key: string): string[] {
  const keys: string[] = []
  const prefixes = prefixesByState.get(state) ?? noPrefixes
  addVariants(keys, key, prefixes)
  if (startsWithDigit.test(key)) return keys
  for (const name of [state, spelledOut.get(state)]) {
    if (name && key.startsWith(name)) addVariants(keys, key.slice(name.length), prefixes)
  }
  return keys
}

function addVariants(keys: string[], number: string, prefixes: readonly string[]): void {
  add(keys, number)
  for (const prefix of prefixes) add(keys, otherwise(number, prefix))
}

function add(keys: string[], number: string): void {
  if (/[0-9]/.test(number) && !keys.includes(number)) keys.push(number)
}

const startsWithDigit = /^[0-9]/

const noPrefixes: readonly string[] = []

/** A number with the prefix that it lacks, or without the one that it has. */
function otherwise(number: string, prefix: string): string {
  if (startsWithDigit.test(number)) return prefix + number
  return number.startsWith(prefix) ? number.slice(prefix.length) : number
}
