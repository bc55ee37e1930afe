import { familyNames } from '../../../subgraphs/reference/family-names.js'
import { givenNames } from '../../../subgraphs/reference/given-names.js'
import { type NamingTradition, namingTraditions } from '../../../subgraphs/reference/name-frequencies.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import type { Person, Sex } from './physician.js'
import type { Profile } from './profile.js'
import { rareName } from './rare-names.js'

export type Names = Pick<Person, 'givenName' | 'middleName' | 'familyName' | 'formerNames' | 'suffix'>

/** How names go in one tradition, as probabilities. */
interface Habits {
  /** A family name outside the frequent ones. */
  rareFamily: number
  /** A first name of the general tradition. */
  generalGiven: number
  middle: number
  /** Two family names without marriage, as in García López. */
  doubleFamily: number
  suffix: number
}

const habits: Record<NamingTradition, Habits> = {
  GENERAL: { rareFamily: 0.38, generalGiven: 1, middle: 0.82, doubleFamily: 0, suffix: 0.04 },
  HISPANIC: { rareFamily: 0.14, generalGiven: 0.42, middle: 0.5, doubleFamily: 0.2, suffix: 0.02 },
  SOUTH_ASIAN: { rareFamily: 0.38, generalGiven: 0.1, middle: 0.4, doubleFamily: 0, suffix: 0 },
  EAST_ASIAN: { rareFamily: 0.06, generalGiven: 0.58, middle: 0.35, doubleFamily: 0, suffix: 0 },
  MIDDLE_EASTERN: { rareFamily: 0.4, generalGiven: 0.14, middle: 0.42, doubleFamily: 0.02, suffix: 0 },
}

const suffixes = new Weighted([
  ['Jr', 60],
  ['III', 20],
  ['II', 15],
  ['Sr', 3],
  ['IV', 2],
])

const givenBySex = { F: drawable(givenNames.F), M: drawable(givenNames.M) }
const familyByTradition = drawable(familyNames)

/** Draws names that go together. */
export function drawNames(random: Random, { sex, tradition }: Pick<Profile, 'sex' | 'tradition'>): Names {
  const family = drawFamilyName(random, tradition)
  const married = sex === 'F' && random.chance(0.26) ? marry(random, tradition, family) : undefined
  const names: Names = {
    givenName: drawGivenName(random, sex, tradition),
    middleName: drawMiddleName(random, sex, tradition, married?.formerNames[0]),
    familyName: married?.familyName ?? family,
    formerNames: married?.formerNames ?? [],
    suffix: sex === 'M' && random.chance(habits[tradition].suffix) ? suffixes.draw(random) : null,
  }
  return tradition === 'HISPANIC' && random.chance(0.7) ? withoutAccents(names) : names
}

/** Draws a first name; people of every tradition bear general ones too. */
export function drawGivenName(random: Random, sex: Sex, tradition: NamingTradition): string {
  return givenBySex[sex][random.chance(habits[tradition].generalGiven) ? 'GENERAL' : tradition].draw(random)
}

function drawFamilyName(random: Random, tradition: NamingTradition): string {
  const draw = () =>
    random.chance(habits[tradition].rareFamily)
      ? rareName(random, tradition)
      : familyByTradition[tradition].draw(random)
  if (!random.chance(habits[tradition].doubleFamily)) return draw()
  return [draw(), draw()].join(random.chance(0.7) ? ' ' : '-')
}

/** Most give up their name, some put the two together. */
function marry(random: Random, tradition: NamingTradition, maiden: string) {
  const partner = drawFamilyName(random, tradition)
  if (partner === maiden) return undefined
  return { familyName: random.chance(0.2) ? `${maiden}-${partner}` : partner, formerNames: [maiden] }
}

function drawMiddleName(random: Random, sex: Sex, tradition: NamingTradition, maiden?: string): string | null {
  if (maiden && random.chance(0.25)) return maiden
  if (!random.chance(habits[tradition].middle)) return null
  const name = drawGivenName(random, sex, tradition)
  return random.chance(0.3) ? name.charAt(0) : name
}

function withoutAccents(names: Names): Names {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
  return {
    ...names,
    givenName: plain(names.givenName),
    middleName: names.middleName && plain(names.middleName),
    familyName: plain(names.familyName),
    formerNames: names.formerNames.map(plain),
  }
}

function drawable(names: Record<NamingTradition, Iterable<readonly [string, number]>>) {
  const entries = namingTraditions.map((tradition) => [tradition, new Weighted(names[tradition])])
  return Object.fromEntries(entries) as Record<NamingTradition, Weighted<string>>
}
