import type { LicensingState } from '../../../../subgraphs/reference/license-formats.js'
import { npiOf } from '../../../seed/people/npi.js'
import { cities } from '../../../seed/provider/cities.js'
import { type Random, type RandomStream, randomStream } from '../../../seed/random/random.js'
import type { NameTables } from '../names/name-tables.js'
import { plainLetters } from '../names/spelling.js'
import { type Kin, type KinShares, kinOf } from './kin.js'
import { drawStates, LicenseNumbers } from './license-numbers.js'
import { NameMaker, type Names } from './names-of.js'
import type { BoardId, License, Physician, Profile } from './physician.js'
import { drawBirthday, drawProfile } from './profile.js'

const boards = 'ABIM ABFM ABP ABA ABEM ABPN ABR ABOG ABS ABPATH ABOS ABO ABD ABU ABPMR ABOHNS ABTS'.split(' ')
const mailHosts = ['gmail.example', 'outlook.example', 'yahoo.example', 'hospital.example', 'clinic.example']

export interface PopulationOptions {
  size: number
  seed: number
  kin: KinShares
}

/**
 * Physicians who are never all in memory: the one at a place is made anew whenever somebody asks, always the same. Places
 * from `size` on are physicians who are not on file.
 */
export class Population {
  readonly size: number
  private readonly makers: NameMaker
  private readonly licenses: LicenseNumbers
  private readonly kinStream: RandomStream
  private readonly people: RandomStream
  private readonly careers: RandomStream

  constructor(
    private readonly options: PopulationOptions,
    private readonly tables: NameTables,
  ) {
    this.size = options.size
    this.makers = new NameMaker(tables)
    this.kinStream = randomStream(options.seed, 'kin')
    this.people = randomStream(options.seed, 'people')
    this.careers = randomStream(options.seed, 'careers')
    this.licenses = new LicenseNumbers(options.size, options.seed)
    for (let index = 0; index < options.size; index += 1) {
      const random = this.careers(index)
      const degree = drawDegree(random)
      this.licenses.book(index, drawStates(random, this.profileOf(index, this.kinOf(index)).home), degree)
    }
  }

  /** Whom the physician on file at a place resembles. */
  kinOf(index: number): Kin | undefined {
    return index < this.size ? kinOf(index, this.options.kin, this.kinStream) : undefined
  }

  /** Everybody on file, in order. */
  *onFile(): Generator<Physician> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index)
  }

  /** The physician at a place. */
  at(index: number): Physician {
    const kin = this.kinOf(index)
    const profile = this.profileOf(index, kin)
    return this.complete(index, profile, this.namesOf(index, profile, kin))
  }

  /** Somebody who is not on file, and who has names, birthday or home from others. */
  stranger(index: number, random: Random, likeness: Partial<Names & Profile>): Physician {
    const own = this.ownProfile(index)
    const profile = { ...own, ...likeness }
    return this.complete(index, profile, { ...this.namesOf(index, profile, undefined), ...likeness }, random)
  }

  /** A first name of a sibling. */
  siblingName(random: Random, profile: Pick<Profile, 'group' | 'birthYear'>, sex: 'F' | 'M', like: string): string {
    return this.makers.givenLike(random, { ...blank, ...profile }, sex, like)
  }

  /** What was drawn for the physician at a place before any name. */
  ownProfile(index: number): Profile {
    return drawProfile(this.people(index))
  }

  /** What people called so also go by. */
  nicknamesOf(first: string): readonly string[] {
    return this.tables.nicknames.get(plainLetters(first)) ?? []
  }

  /** A family name like anybody’s. */
  surname(random: Random): string {
    return this.makers.family(random, drawProfile(random).group)
  }

  /** The NPI of the physician at a place, on file or not. */
  npiOf(index: number): string {
    return npiOf(index, this.options.seed, () => false)
  }

  private profileOf(index: number, kin: Kin | undefined): Profile {
    const own = this.ownProfile(index)
    if (!kin) return own
    const { group, birthMonth, birthDay, birthYear, home } = this.ownProfile(kin.of)
    if (kin.kind === 'TWIN') return { group, birthMonth, birthDay, birthYear, home, sex: own.sex }
    if (kin.kind === 'COLLISION') return { ...own, ...this.ownProfile(kin.of), birthYear: own.birthYear }
    const sex = kin.kind === 'SIBLING' ? own.sex : this.ownProfile(kin.of).sex
    return { ...drawBirthday(this.people(index), group, own.birthYear), group, home, sex }
  }

  private namesOf(index: number, profile: Profile, kin: Kin | undefined): Names {
    const random = this.people(index + namesApart)
    const own = this.makers.draw(random, profile)
    if (!kin) return own
    const other = this.namesOf(kin.of, this.ownProfile(kin.of), undefined)
    const { first, last, formerLast } = other
    switch (kin.kind) {
      case 'COLLISION':
        return { ...own, first, last, formerLast: '' }
      case 'NAMED_AFTER':
        return { ...own, first, last, formerLast: '', suffix: random.chance(0.6) ? 'Jr' : '' }
      default:
        return { ...own, first: this.siblingName(random, profile, profile.sex, first), last, formerLast }
    }
  }

  private complete(index: number, profile: Profile, names: Names, random = this.careers(index)): Physician {
    const degree = drawDegree(random)
    const states = drawStates(random, profile.home)
    return {
      id: String(index),
      ...names,
      birthYear: profile.birthYear,
      birthMonth: profile.birthMonth,
      birthDay: profile.birthDay,
      sex: profile.sex,
      degree,
      npi: this.npiOf(index),
      licenses: states.map((state, nth): License => ({ state, number: this.licenseNumber(index, nth, state, degree) })),
      boards: drawBoards(random, index),
      email: drawEmail(random, names, index),
      city: random.pick(cities[profile.home as LicensingState]),
      state: profile.home,
    }
  }

  private licenseNumber(index: number, nth: number, state: string, degree: 'MD' | 'DO'): string {
    return index < this.size
      ? this.licenses.numberOf(index, nth, state, degree)
      : this.licenses.unbooked(index - this.size, state, degree)
  }
}

/** Names have numbers of their own, so that kin can be named without all the rest. */
const namesApart = 0x4000_0000
const blank: Profile = { group: 'WHITE', sex: 'F', birthYear: 1970, birthMonth: 1, birthDay: 1, home: 'CA' }

const drawDegree = (random: Random): 'MD' | 'DO' => (random.chance(0.1) ? 'DO' : 'MD')

function drawBoards(random: Random, index: number): BoardId[] {
  if (!random.chance(0.8)) return []
  // The factor shares nothing with the count of numbers, so that no two have the same one.
  const id = String(1_000_000 + ((index * 6_180_339) % 8_999_993))
  return [{ board: random.pick(boards), id }]
}

function drawEmail(random: Random, { first, last }: Names, index: number): string {
  if (!random.chance(0.72)) return ''
  const name = random.chance(0.5) ? `${plainLetters(first)}.` : plainLetters(first).charAt(0)
  return `${name}${plainLetters(last)}${index.toString(36)}@${random.pick(mailHosts)}`
}
