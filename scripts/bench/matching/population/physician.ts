import type { NameGroup } from '../names/groups.js'
import type { Sex } from '../names/name-tables.js'

/** One made-up physician as the file has him or her, in the layout of population.csv. */
export interface Physician {
  id: string
  first: string
  /** A name, an initial, or nothing. */
  middle: string
  last: string
  suffix: string
  formerLast: string
  birthYear: number
  birthMonth: number
  birthDay: number
  sex: Sex
  degree: 'MD' | 'DO'
  npi: string
  licenses: readonly License[]
  boards: readonly BoardId[]
  email: string
  city: string
  state: string
}

export interface License {
  state: string
  number: string
}

export interface BoardId {
  board: string
  id: string
}

/** What kin have in common, drawn before any name. */
export interface Profile {
  group: NameGroup
  sex: Sex
  birthYear: number
  birthMonth: number
  birthDay: number
  home: string
}
