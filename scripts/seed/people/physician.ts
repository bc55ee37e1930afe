import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import type { DayNumber } from '../day.js'
import type { SpecialtyName } from './specialties.js'

export type Sex = 'F' | 'M'
export type Degree = 'MD' | 'DO'

/** By which a physician is known. */
export interface Person {
  givenName: string
  middleName: string | null
  familyName: string
  formerNames: readonly string[]
  suffix: string | null
  birthMonth: number
  birthDay: number
  npi: string | null
}

export interface License {
  state: LicensingState
  status: 'ACTIVE' | 'EXPIRED' | 'REVOKED'
  from: DayNumber
  /** The last day, where one is set. */
  to: DayNumber | null
  /** Set where the number is laid down; otherwise it is the next of its state. */
  number?: string
}

export interface Certification {
  board: CertifyingBoardCode
  isActive: boolean
  /** Set where the id is laid down; otherwise it is the next of its board. */
  boardId?: string
}

/** What a physician is and may do. */
export interface Career {
  degree: Degree
  specialty: SpecialtyName
  home: LicensingState
  licenses: readonly License[]
  certifications: readonly Certification[]
  /** How much he or she learns, compared with others. */
  appetite: number
}

/** A physician who is laid down to the letter and the same for every seed number. */
export interface FixedPhysician {
  learnerId: string
  person: Person
  career: Career
  /** How many completions exactly; as many as the appetite gives where it is not set. */
  completions?: number
  /** The provider whose records of this person are to come from uploaded files alone. */
  isNewTo: string
}

/** The license by which somebody may practice on a day, the home state's before another's. */
export function licenseOn({ licenses }: Career, day: DayNumber): License | undefined {
  return licenses.find(({ from, to }) => from <= day && (to === null || day <= to))
}
