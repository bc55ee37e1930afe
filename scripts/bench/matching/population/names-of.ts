import type { Random } from '../../../seed/random/random.js'
import { Weighted } from '../../../seed/random/weighted.js'
import { cohortOf, type NameGroup } from '../names/groups.js'
import type { NameTables, Sex } from '../names/name-tables.js'
import { capital, withAccents } from '../names/spelling.js'
import type { Profile } from './physician.js'

export interface Names {
  first: string
  middle: string
  last: string
  suffix: string
  formerLast: string
}

/** Siblings whose names were chosen to begin alike. */
const alikeSiblings = 0.35
const rareSurnames = 0.06
const suffixes = new Weighted([
  ['Jr', 50],
  ['Sr', 12],
  ['III', 16],
  ['II', 14],
  ['IV', 8],
])
const writesAccents: Partial<Record<NameGroup, number>> = { HISPANIC: 0.12 }

/** Draws names that go together, for one profile. */
export class NameMaker {
  constructor(private readonly tables: NameTables) {}

  draw(random: Random, profile: Profile): Names {
    const { group, sex } = profile
    const own = this.family(random, group)
    const married = sex === 'F' && random.chance(0.28) ? this.family(random, this.partnerOf(random, group)) : ''
    const isDouble = group === 'HISPANIC' && random.chance(0.08)
    const names = {
      first: this.given(random, profile),
      middle: this.middle(random, profile, married ? own : ''),
      last: isDouble ? `${own}${random.chance(0.5) ? ' ' : '-'}${this.family(random, group)}` : own,
      suffix: sex === 'M' && random.chance(0.009) ? suffixes.draw(random) : '',
      formerLast: '',
    }
    if (!married) return this.accented(random, group, names)
    // One in five keeps both names, and not everybody who married has told the board.
    if (random.chance(0.2)) return { ...names, last: `${own}-${married}` }
    return { ...names, last: married, formerLast: random.chance(0.8) ? own : '' }
  }

  given(random: Random, { sex, group, birthYear }: Pick<Profile, 'sex' | 'group' | 'birthYear'>): string {
    return this.tables.given[sex][group][cohortOf(birthYear)].draw(random)
  }

  /** A first name of a sibling: never the same one, and some parents like names that begin alike. */
  givenLike(random: Random, profile: Profile, sex: Sex, like: string): string {
    let name = this.given(random, { ...profile, sex })
    if (name !== like && !random.chance(alikeSiblings)) return name
    for (let tries = 0; tries < 12 && (name === like || name.charAt(0) !== like.charAt(0)); tries += 1) {
      name = this.given(random, { ...profile, sex })
    }
    return name
  }

  family(random: Random, group: NameGroup): string {
    const table = this.tables.family[group]
    if (!random.chance(rareSurnames)) return table.draw(random)
    const [front, back] = [table.draw(random), table.draw(random)]
    return capital(
      `${front.slice(0, Math.ceil(front.length / 2))}${back.slice(Math.floor(back.length / 2))}`.toLowerCase(),
    )
  }

  private partnerOf(random: Random, group: NameGroup): NameGroup {
    return random.chance(0.75) ? group : 'WHITE'
  }

  private middle(random: Random, profile: Profile, maiden: string): string {
    if (maiden && random.chance(0.3)) return maiden
    if (random.chance(0.24)) return ''
    const name = this.given(random, profile)
    return random.chance(0.3) ? name.charAt(0) : name
  }

  private accented(random: Random, group: NameGroup, names: Names): Names {
    if (!random.chance(writesAccents[group] ?? 0.004)) return names
    return { ...names, first: withAccents(names.first), last: withAccents(names.last) }
  }
}
