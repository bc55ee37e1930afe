import { activityFamilies } from './families/activities.js'
import { diplomateFamilies } from './families/diplomates.js'
import { identifierFamilies } from './families/identifiers.js'
import { nameFamilies } from './families/names.js'
import { plainFamilies } from './families/plain.js'
import { pointFamilies } from './families/points.js'
import { repeatFamilies } from './families/repeats.js'
import { valueFamilies } from './families/values.js'
import type { SamplePerson } from './sample-person.js'
import { type CaseFamily, RowMaker, type SampleRow } from './sample-row.js'

/** A row of the sample file where it stands in the spreadsheet. */
export interface PlacedRow extends SampleRow {
  rowNumber: number
  /** The family of cases that the row belongs to. */
  family: string
}

/** The rows of the sample file as a provider would send it on a day: guidance and header stand above them. */
export function sampleRows(today: string): PlacedRow[] {
  return spread(caseFamilies(today)).map(({ family, row }, i) => ({ ...row, family, rowNumber: i + 3 }))
}

/** Who has to be on file for that; the same people for every day. */
export function samplePeople(): SamplePerson[] {
  return [
    ...new Map(caseFamilies(anyDay).flatMap(({ people }) => people.map((person) => [person.key, person]))).values(),
  ]
}

/** What a row says of somebody, on file or not. */
export interface SampleClaim {
  familyName: string
  birthMonth: number
  birthDay: number
  /** License number, NPI and board id, as far as they are given. */
  numbers: string[]
}

/** All that the rows say of people: nobody who is made up beside the sample may share it. */
export function sampleClaims(): SampleClaim[] {
  return sampleRows(anyDay).flatMap(({ cells }) => {
    const [, month, day] = /^(\d\d)\/(\d\d)$/.exec(String(cells.born)) ?? []
    if (month === undefined || day === undefined) return []
    const numbers = [cells.license, cells.boardId].filter((number) => number !== undefined).map(String)
    return [{ familyName: String(cells.last), birthMonth: Number(month), birthDay: Number(day), numbers }]
  })
}

const anyDay = '2026-01-01'

function caseFamilies(today: string): CaseFamily[] {
  const make = new RowMaker(today)
  return allFamilies.flatMap((families) => families(make))
}

const allFamilies = [
  plainFamilies,
  nameFamilies,
  identifierFamilies,
  activityFamilies,
  pointFamilies,
  diplomateFamilies,
  valueFamilies,
  repeatFamilies,
]

/** Mixes the families evenly over the file, as life does; the rows of one family keep their order. */
function spread(families: readonly CaseFamily[]): { family: string; row: SampleRow }[] {
  return families
    .flatMap(({ name, rows }, f) =>
      rows.map((row, i) => ({ family: name, row, place: (i + goldenPart(f)) / rows.length })),
    )
    .sort((one, other) => one.place - other.place)
}

/** A different place for each family, so that they do not all begin with the first row. */
function goldenPart(index: number): number {
  return (index * 0.618034 + 0.13) % 1
}
