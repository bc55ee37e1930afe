import { boardIdKey, learnerKeys, licenseKey } from '../../../subgraphs/learners/matching/keys.js'
import { nameKey } from '../../../subgraphs/learners/matching/normalise.js'
import type { FixedPhysician, Person } from './physician.js'

/** What somebody is told apart by, as far as it is known. */
export interface Claimed {
  familyName: string
  birthMonth: number
  birthDay: number
  /** License number, NPI or board id, whichever it is. */
  numbers: readonly string[]
}

/** Names with birthdays and numbers that nobody made up may bear, so that what is laid down stays unmistakable. */
export class Reserved {
  private readonly birthdays = new Map<string, Set<number>>()
  private readonly numbers = new Set<string>()

  constructor(fixed: readonly FixedPhysician[], claimed: readonly Claimed[]) {
    for (const { person, career } of fixed) {
      for (const { familyKey } of learnerKeys(person).familyNames) this.addBirthday(familyKey, person)
      for (const { number } of career.licenses) this.addNumber(number)
      for (const { boardId } of career.certifications) this.addNumber(boardId)
      this.addNumber(person.npi)
    }
    for (const claim of claimed) {
      for (const { familyKey } of learnerKeys({ ...claim, givenName: 'x' }).familyNames)
        this.addBirthday(familyKey, claim)
      for (const number of claim.numbers) this.addNumber(number)
    }
  }

  /** True when somebody of that family name may not be born on that day. */
  isBirthdayTaken({ familyName, formerNames, ...birthday }: Omit<Person, 'npi'>): boolean {
    const parts = /[- ]/.test(familyName) ? familyName.split(/[- ]/) : []
    const names = [familyName, ...parts, ...formerNames]
    return names.some((name) => this.birthdays.get(nameKey(name))?.has(dayKey(birthday)))
  }

  isNumberTaken(number: string): boolean {
    return this.numbers.has(licenseKey(number))
  }

  private addBirthday(familyKey: string, birthday: { birthMonth: number; birthDay: number }): void {
    const days = this.birthdays.get(familyKey) ?? new Set()
    this.birthdays.set(familyKey, days.add(dayKey(birthday)))
  }

  private addNumber(number: string | null | undefined): void {
    if (number) this.numbers.add(licenseKey(number)).add(boardIdKey(number))
  }
}

const dayKey = ({ birthMonth, birthDay }: { birthMonth: number; birthDay: number }) => birthMonth * 100 + birthDay
