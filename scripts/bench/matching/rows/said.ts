import type { Physician } from '../population/physician.js'
import type { Population } from '../population/population.js'

/** What a row says about a person, before somebody writes it down in one way or another. */
export interface Said {
  first: string
  middle: string
  last: string
  suffix: string
  /** Zero when it was not given. */
  birthMonth: number
  /** Zero when it was not given. */
  birthDay: number
  state: string
  license: string
  npi: string
  boardId: string
  email: string
  city: string
}

/** Whom a row is about, and where. */
export interface Setting {
  physician: Physician
  population: Population
  /** The physician of the next row of the file. */
  next(): Physician
  /** True where the numbers of a stretch of the file have slipped by one row. */
  isShifted: boolean
}
