import type { KinShares } from '../population/kin.js'
import type { Scenario } from './labels.js'

/** How often a row has each optional field. */
interface Given {
  middle: number
  license: number
  npi: number
  boardId: number
  email: number
  city: number
}

/** What kind of file is made. */
export interface Mix {
  kin: KinShares
  scenarios: Readonly<Record<Exclude<Scenario, 'in'>, number>>
  given: Given
  /** Rows have at least a license number or an NPI. */
  alwaysIdentified: boolean
  /** How much more often something goes wrong than usual. */
  errorFactor: number
}

const usualKin: KinShares = { TWIN: 0.0011, NAMED_AFTER: 0.0012, SIBLING: 0.003, COLLISION: 0.0001 }
const usual: Mix = {
  kin: usualKin,
  scenarios: { twin: 0.0045, family: 0.0035, out: 0.029, 'out-namesake': 0.003, 'out-sibling': 0.003 },
  given: { middle: 0.42, license: 0.3, npi: 0.45, boardId: 0.12, email: 0.4, city: 0.3 },
  alwaysIdentified: false,
  errorFactor: 1,
}
const withoutIdentifiers: Mix = { ...usual, given: { ...usual.given, license: 0, npi: 0, boardId: 0, email: 0 } }

/** The mixes that rows can be made in: a new mix is a new line. */
export const mixes = {
  typical: usual,
  'no-identifiers': withoutIdentifiers,
  identifiers: { ...usual, alwaysIdentified: true },
  clean: { ...usual, errorFactor: 0.25 },
  dirty: { ...usual, errorFactor: 3 },
  hard: {
    ...withoutIdentifiers,
    kin: { TWIN: 0.004, NAMED_AFTER: 0.004, SIBLING: 0.008, COLLISION: 0.002 },
    scenarios: { twin: 0.03, family: 0.03, out: 0.05, 'out-namesake': 0.03, 'out-sibling': 0.03 },
    errorFactor: 1.5,
  },
} as const satisfies Record<string, Mix>

export type MixName = keyof typeof mixes

// A small file has too few people of one name and birthday by chance for a figure about them.
const smallPopulation = 200_000

/** The kin of a population: in a small one, people who cannot be told apart are put in on purpose. */
export const kinFor = ({ kin }: Mix, size: number): KinShares =>
  size < smallPopulation ? { ...kin, COLLISION: Math.max(kin.COLLISION, 0.005) } : kin
