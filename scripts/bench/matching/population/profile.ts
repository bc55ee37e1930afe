import { type LicensingState, licenseFormats } from '../../../../subgraphs/reference/license-formats.js'
import { neighbours } from '../../../seed/people/neighbours.js'
import type { Random } from '../../../seed/random/random.js'
import { Weighted } from '../../../seed/random/weighted.js'
import type { NameGroup } from '../names/groups.js'
import type { Profile } from './physician.js'

const groups = new Weighted<NameGroup>([
  ['WHITE', 58],
  ['SOUTH_ASIAN', 14],
  ['EAST_ASIAN', 11],
  ['HISPANIC', 7],
  ['BLACK', 5.5],
  ['MIDDLE_EASTERN', 4.5],
])
/** Where birthdays were not always recorded, many papers say the first of January. */
const newYear: Partial<Record<NameGroup, number>> = { SOUTH_ASIAN: 0.02, MIDDLE_EASTERN: 0.05, EAST_ASIAN: 0.004 }

/** Where physicians are licensed, as often as they are. */
export const homes = new Weighted<string>(
  Object.entries(licenseFormats).map(([state, format]) => [state, format.physiciansThousands]),
)

/** Draws what does not depend on a name. */
export function drawProfile(random: Random): Profile {
  const group = groups.draw(random)
  const birthYear = 1941 + Math.floor(random.float() ** 0.9 * 58)
  const sex = random.chance(birthYear > 1975 ? 0.48 : 0.3) ? 'F' : 'M'
  return { group, sex, ...drawBirthday(random, group, birthYear), home: homes.draw(random) }
}

/** Any day of the calendar, 29 February included. */
export function drawBirthday(random: Random, group: NameGroup, birthYear: number) {
  if (random.chance(newYear[group] ?? 0.0005)) return { birthYear, birthMonth: 1, birthDay: 1 }
  const first = Date.UTC(birthYear, 0, 1)
  const days = (Date.UTC(birthYear + 1, 0, 1) - first) / 86_400_000
  const day = new Date(first + random.below(days) * 86_400_000)
  return { birthYear, birthMonth: day.getUTCMonth() + 1, birthDay: day.getUTCDate() }
}

/** The states around a state. */
export const neighboursOf = (state: string): readonly string[] => neighbours[state as LicensingState]
