/** Jurisdictions whose codes a licensing state may have: code → name as the postal service writes it. */
export const stateNames = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
  AS: 'American Samoa',
  GU: 'Guam',
  MP: 'Northern Mariana Islands',
  PR: 'Puerto Rico',
  UM: 'U.S. Minor Outlying Islands',
  VI: 'U.S. Virgin Islands',
} as const

export type StateCode = keyof typeof stateNames

const byName = new Map(
  Object.entries(stateNames).flatMap(([code, name]) => [
    [code, code as StateCode],
    [name.toUpperCase(), code as StateCode],
  ]),
)

const otherNames: Record<string, StateCode> = { 'VIRGIN ISLANDS': 'VI', 'WASHINGTON DC': 'DC', 'WASHINGTON D C': 'DC' }

/** The state that a code or a name stands for, however it is spaced and cased; undefined when there is none. */
export function parseState(text: string): StateCode | undefined {
  const known = byName.get(text)
  if (known) return known
  const key = text.trim().toUpperCase().replace(/\s+/g, ' ')
  return byName.get(key) ?? otherNames[key.replace(/[.,]/g, '').replace(/\s+/g, ' ')]
}
