import { type LicensingState, licenseFormats } from '../../../subgraphs/reference/license-formats.js'
import type { NamingTradition } from '../../../subgraphs/reference/name-frequencies.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import type { Degree, Sex } from './physician.js'

/** What name and career of one physician have in common. */
export interface Profile {
  sex: Sex
  tradition: NamingTradition
  age: number
  degree: Degree
  home: LicensingState
}

const traditions = new Weighted<NamingTradition>([
  ['GENERAL', 62],
  ['SOUTH_ASIAN', 14],
  ['EAST_ASIAN', 11],
  ['HISPANIC', 7],
  ['MIDDLE_EASTERN', 6],
])

/** The state on whose board somebody of the demo sits, and how many licensees it needs to look alive. */
const demoState = 'ME'
const demoLicensees = 180

/** Where physicians have their first license. */
export function homeStates(physicians: number): Weighted<LicensingState> {
  const states = Object.entries(licenseFormats) as [LicensingState, { physiciansThousands: number }][]
  const total = states.reduce((sum, [, { physiciansThousands }]) => sum + physiciansThousands, 0)
  const least = Math.min(demoLicensees / physicians, 0.05) * total
  return new Weighted(
    states.map(([state, { physiciansThousands }]) => [
      state,
      state === demoState ? Math.max(physiciansThousands, least) : physiciansThousands,
    ]),
  )
}

/** Draws the profile of one physician. */
export function drawProfile(random: Random, states: Weighted<LicensingState>): Profile {
  const tradition = traditions.draw(random)
  const age = Math.floor(27 + 58 * ((random.float() + random.float() + random.float()) / 3))
  return {
    tradition,
    age,
    sex: random.chance(age < 45 ? 0.48 : 0.31) ? 'F' : 'M',
    degree: random.chance(tradition === 'GENERAL' ? 0.14 : 0.05) ? 'DO' : 'MD',
    home: states.draw(random),
  }
}
