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

/** Where physicians are licensed. */
export const licensingStates = new Weighted(
  Object.entries(licenseFormats).map(([state, format]) => [state as LicensingState, format.physiciansThousands]),
)

/** Draws the profile of one physician. */
export function drawProfile(random: Random): Profile {
  const tradition = traditions.draw(random)
  const age = Math.floor(27 + 58 * ((random.float() + random.float() + random.float()) / 3))
  return {
    tradition,
    age,
    sex: random.chance(age < 45 ? 0.48 : 0.31) ? 'F' : 'M',
    degree: random.chance(tradition === 'GENERAL' ? 0.14 : 0.05) ? 'DO' : 'MD',
    home: licensingStates.draw(random),
  }
}
