import { parseState } from '../../../../reference/states.js'
import { stateCount, stateNumber } from './codes.js'

/** States that share a border, each pair once. */
const borders = `
AL FL GA MS TN;AR LA MO MS OK TN TX;AZ CA CO NM NV UT;CA NV OR;CO KS NE NM OK UT WY;CT MA NY RI;DC MD VA;DE MD NJ PA;
FL GA;GA NC SC TN;IA IL MN MO NE SD WI;ID MT NV OR UT WA WY;IL IN KY MO WI;IN KY MI OH;KS MO NE OK;KY MO OH TN VA WV;
LA MS TX;MA NH NY RI VT;MD PA VA WV;ME NH;MI OH WI;MN ND SD WI;MO NE OK TN;MS TN;MT ND SD WY;NC SC TN VA;ND SD;NE SD WY;
NH VT;NJ NY PA;NM OK TX UT;NV OR UT;NY PA VT;OH PA WV;OK TX;OR WA;PA WV;SD WY;TN VA;UT WY;VA WV`

const adjacent = new Uint8Array(stateCount * stateCount)
const borderCounts = new Uint8Array(stateCount)
for (const line of borders.trim().split(';')) {
  const [first = 0, ...others] = line
    .trim()
    .split(' ')
    .map((code) => stateNumber(parseState(code)))
  for (const other of others) {
    adjacent[first * stateCount + other] = 1
    adjacent[other * stateCount + first] = 1
    borderCounts[first] = (borderCounts[first] as number) + 1
    borderCounts[other] = (borderCounts[other] as number) + 1
  }
}

/** True for two states that share a border. */
export const areNeighbours = (one: number, other: number) => adjacent[one * stateCount + other] === 1

/** How many states a state borders on. */
export const bordersOf = (state: number) => borderCounts[state] as number
