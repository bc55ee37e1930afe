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
  'WA-DO': 'OP',
  'WA-MD': 'MD',
}

const prefixesByState = new Map<string, string[]>()
for (const [board, letters] of Object.entries(prefixes)) {
  const state = board.slice(0, 2)
  prefixesByState.set(state, [...(prefixesByState.get(state) ?? []), ...letters.split(' ')])
}

/** The keys under which a license number typed for a state may stand on file: as typed, and with or without a prefix. */
export function licenseKeysOf(state: string, key: string): string[] {
  if (!key) return []
  const ofState = prefixesByState.get(state) ?? []
  if (/^[0-9]+$/.test(key)) return [key, ...ofState.map((prefix) => prefix + key)]
  const bare = ofState.map((prefix) => withoutPrefix(key, prefix)).filter((digits) => digits !== undefined)
  return [...new Set([key, ...bare])]
}

const withoutPrefix = (key: string, prefix: string) =>
  key.startsWith(prefix) ? /^0*([0-9]+)$/.exec(key.slice(prefix.length))?.[1] : undefined
