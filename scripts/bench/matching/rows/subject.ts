import type { Random, RandomStream } from '../../../seed/random/random.js'
import type { Physician } from '../population/physician.js'
import type { Population } from '../population/population.js'
import { type Scenario, scenarios } from './labels.js'
import type { Mix } from './mixes.js'

/** Whom a row is about. */
export interface Subject {
  physician: Physician
  scenario: Scenario
  isOnFile: boolean
}

/** Chooses whom each row of a file is about. */
export class Subjects {
  private readonly twins: number[] = []
  private readonly relatives: number[] = []

  constructor(
    private readonly population: Population,
    private readonly mix: Mix,
    private readonly stream: RandomStream,
  ) {
    for (let index = 0; index < population.size; index += 1) {
      const kin = population.kinOf(index)
      if (kin?.kind === 'TWIN') this.twins.push(index)
      if (kin?.kind === 'NAMED_AFTER' || kin?.kind === 'SIBLING') this.relatives.push(index)
    }
  }

  /** Whom the row at a place is about, always the same. */
  at(rowIndex: number): Subject {
    const random = this.stream(rowIndex)
    const scenario = this.scenario(random)
    const stranger = this.population.size + rowIndex
    switch (scenario) {
      case 'twin':
        return this.known(this.oneOf(random, this.twins), scenario)
      case 'family':
        return this.known(this.oneOf(random, this.relatives), scenario)
      case 'out':
        return { physician: this.population.at(stranger), scenario, isOnFile: false }
      case 'out-namesake':
        return { physician: this.namesake(random, stranger), scenario, isOnFile: false }
      case 'out-sibling':
        return { physician: this.sibling(random, stranger), scenario, isOnFile: false }
      default:
        return this.known(random.below(this.population.size), scenario)
    }
  }

  private known(index: number, scenario: Scenario): Subject {
    return { physician: this.population.at(index), scenario, isOnFile: true }
  }

  /** Where nobody is on file, every row is about somebody who is not. */
  private scenario(random: Random): Scenario {
    let mark = random.float()
    if (this.population.size === 0) return 'out'
    const drawn = scenarios.find((scenario) => {
      if (scenario === 'in') return false
      mark -= this.mix.scenarios[scenario]
      return mark < 0
    })
    if (drawn === 'twin' && this.twins.length === 0) return 'in'
    if (drawn === 'family' && this.relatives.length === 0) return 'in'
    return drawn ?? 'in'
  }

  /** Either of two relatives. */
  private oneOf(random: Random, younger: readonly number[]): number {
    const index = random.pick(younger)
    return random.chance(0.5) ? index : (this.population.kinOf(index)?.of ?? index)
  }

  private namesake(random: Random, stranger: number): Physician {
    const { first, last, state, sex } = this.population.at(random.below(this.population.size))
    const home = random.chance(0.7) ? { home: state } : {}
    return this.population.stranger(stranger, random, { first, last, formerLast: '', suffix: '', sex, ...home })
  }

  private sibling(random: Random, stranger: number): Physician {
    const other = this.population.at(random.below(this.population.size))
    const { group } = this.population.ownProfile(stranger)
    const profile = { group, birthYear: other.birthYear }
    const sex = random.chance(0.5) ? 'F' : 'M'
    const first = this.population.siblingName(random, profile, sex, other.first)
    const { birthYear, birthMonth, birthDay } = other
    const birthday = random.chance(0.2) ? { birthYear, birthMonth, birthDay } : {}
    const likeness = { first, last: other.last, formerLast: '', sex, home: other.state, ...birthday } as const
    return this.population.stranger(stranger, random, likeness)
  }
}
