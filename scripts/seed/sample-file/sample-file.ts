import { activityFamilies } from './families/activities.js'
import { boardFamilies } from './families/boards.js'
import { identifierFamilies } from './families/identifiers.js'
import { nameFamilies } from './families/names.js'
import { plainFamilies } from './families/plain.js'
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

const anyDay = '2026-01-01'

function caseFamilies(today: string): CaseFamily[] {
  const make = new RowMaker(today)
  return [
    plainFamilies,
    nameFamilies,
    identifierFamilies,
    activityFamilies,
    boardFamilies,
    valueFamilies,
    repeatFamilies,
  ].flatMap((families) => families(make))
}

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
