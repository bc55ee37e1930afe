import type { DayNumber } from '../day.js'
import { type RandomStream, randomStream } from '../random/random.js'
import { uuidAt } from '../random/uuid.js'
import { drawCareer } from './career.js'
import { kinOf } from './kin.js'
import { drawGivenName, drawNames, type Names } from './names.js'
import { npiOf } from './npi.js'
import type { Career, FixedPhysician, Person } from './physician.js'
import { drawProfile, type Profile } from './profile.js'
import type { Reserved } from './reserved.js'

/** All learner ids of the seed begin with instants after this one, a millisecond each. */
const idsFromMs = 0x0190_a000_0000

const licensesAtMost = 8

export interface PhysiciansOptions {
  seed: number
  today: DayNumber
  count: number
  fixed: readonly FixedPhysician[]
  reserved: Reserved
}

/** All physicians of a seed. None is kept: the one at a place is the same whenever it is asked for. */
export class Physicians {
  readonly count: number
  private readonly streams: Record<
    'kin' | 'profile' | 'names' | 'birthday' | 'career' | 'ids' | 'licenseIds' | 'numbers',
    RandomStream
  >

  constructor(private readonly options: PhysiciansOptions) {
    const stream = (purpose: string) => randomStream(options.seed, purpose)
    this.count = Math.max(options.count, options.fixed.length)
    this.streams = {
      kin: stream('kin'),
      profile: stream('profile'),
      names: stream('names'),
      birthday: stream('birthday'),
      career: stream('career'),
      ids: stream('ids'),
      licenseIds: stream('license ids'),
      numbers: stream('numbers'),
    }
  }

  fixedAt(index: number): FixedPhysician | undefined {
    return this.options.fixed[index]
  }

  learnerIdAt(index: number): string {
    return this.fixedAt(index)?.learnerId ?? uuidAt(idsFromMs + index, this.streams.ids(index))
  }

  licenseIdAt(index: number, place: number): string {
    return uuidAt(idsFromMs + index, this.streams.licenseIds(index * licensesAtMost + place))
  }

  careerAt(index: number): Career {
    const fixed = this.fixedAt(index)
    return fixed?.career ?? drawCareer(this.streams.career(index), this.profileAt(index), this.options.today)
  }

  personAt(index: number): Person {
    const fixed = this.fixedAt(index)
    if (fixed) return fixed.person
    const { seed, reserved } = this.options
    const hasNpi = this.streams.numbers(index).chance(0.97)
    const npi = hasNpi ? npiOf(index, seed, (number) => reserved.isNumberTaken(number)) : null
    return { ...this.namedAt(index), npi }
  }

  /** Twins share family name and birthday with the one before, namesakes the first name and the state too. */
  private namedAt(index: number): Omit<Person, 'npi'> {
    const own = this.independentAt(index)
    const kin = this.kinAt(index)
    if (!kin) return own
    const { familyName, givenName, birthMonth, birthDay } = this.independentAt(kin.of)
    const alike = { ...own, familyName, formerNames: [], birthMonth, birthDay }
    if (kin.kind === 'NAMESAKE') return { ...alike, givenName }
    const random = this.streams.names(this.count + index)
    const { sex, tradition } = this.profileAt(index)
    let twinName = drawGivenName(random, sex, tradition)
    while (twinName === givenName) twinName = drawGivenName(random, sex, tradition)
    return { ...alike, givenName: twinName }
  }

  private independentAt(index: number): Omit<Person, 'npi'> {
    const names = drawNames(this.streams.names(index), this.independentProfileAt(index))
    return this.bornAt(index, names)
  }

  private bornAt(index: number, names: Names): Omit<Person, 'npi'> {
    const random = this.streams.birthday(index)
    for (;;) {
      const date = new Date(Date.UTC(random.chance(0.25) ? 2000 : 2001, 0, 1 + random.below(366)))
      const person = { ...names, birthMonth: date.getUTCMonth() + 1, birthDay: date.getUTCDate() }
      if (!this.options.reserved.isBirthdayTaken(person)) return person
    }
  }

  private profileAt(index: number): Profile {
    const own = this.independentProfileAt(index)
    const kin = this.kinAt(index)
    if (!kin) return own
    const { tradition, sex, age, home } = this.independentProfileAt(kin.of)
    return kin.kind === 'NAMESAKE' ? { ...own, tradition, sex, home } : { ...own, tradition, age, home }
  }

  private independentProfileAt(index: number): Profile {
    return drawProfile(this.streams.profile(index))
  }

  private kinAt(index: number) {
    return kinOf(index, this.options.fixed.length, this.streams.kin)
  }
}
