import { Records } from './records.js'
import { Table } from './table.js'

/** What is known of a person, one number each. */
const columns = [
  'FAMILY',
  'FIRST',
  'GIVEN',
  'MIDDLE',
  'DAY',
  'SUFFIX',
  'IS_GONE',
  'NPI',
  'CITY',
  'EMAIL',
  'LICENSES_FROM',
  'LICENSES_UNTIL',
  'CERTIFICATIONS_FROM',
  'CERTIFICATIONS_UNTIL',
  'ALIASES_FROM',
  'ALIASES_UNTIL',
] as const
export const personColumns = Object.fromEntries(columns.map((column, place) => [column, place])) as Record<
  (typeof columns)[number],
  number
>

const at = personColumns

/** The numbers of each person on file, row by row. */
export class PersonRecords extends Table {
  private readonly records: Records

  constructor(expectedRows: number) {
    super()
    this.records = new Records(columns.length, expectedRows)
  }

  get rows(): number {
    return this.records.size
  }

  protected addRow(): number {
    return this.records.add()
  }

  protected set(row: number, column: number, value: number): void {
    this.records.set(row, column, value)
  }

  family(row: number): number {
    return this.records.get(row, at.FAMILY)
  }

  /** The first word of the given name. */
  first(row: number): number {
    return this.records.get(row, at.FIRST)
  }

  /** The whole given name. */
  given(row: number): number {
    return this.records.get(row, at.GIVEN)
  }

  middle(row: number): number {
    return this.records.get(row, at.MIDDLE)
  }

  day(row: number): number {
    return this.records.get(row, at.DAY)
  }

  suffix(row: number): number {
    return this.records.get(row, at.SUFFIX)
  }

  isGone(row: number): boolean {
    return this.records.get(row, at.IS_GONE) !== 0
  }

  npi(row: number): number {
    return this.records.get(row, at.NPI) >>> 0
  }

  city(row: number): number {
    return this.records.get(row, at.CITY)
  }

  email(row: number): number {
    return this.records.get(row, at.EMAIL) >>> 0
  }

  licensesFrom(row: number): number {
    return this.records.get(row, at.LICENSES_FROM)
  }

  licensesUntil(row: number): number {
    return this.records.get(row, at.LICENSES_UNTIL)
  }

  certificationsFrom(row: number): number {
    return this.records.get(row, at.CERTIFICATIONS_FROM)
  }

  certificationsUntil(row: number): number {
    return this.records.get(row, at.CERTIFICATIONS_UNTIL)
  }

  aliasesFrom(row: number): number {
    return this.records.get(row, at.ALIASES_FROM)
  }

  aliasesUntil(row: number): number {
    return this.records.get(row, at.ALIASES_UNTIL)
  }

  /** Where the licenses of a person stand. */
  licensesOf(row: number): number[] {
    return placesBetween(this.licensesFrom(row), this.licensesUntil(row))
  }

  /** Where the certifications of a person stand. */
  certificationsOf(row: number): number[] {
    return placesBetween(this.certificationsFrom(row), this.certificationsUntil(row))
  }

  /** Where the family names of a person stand. */
  aliasesOf(row: number): number[] {
    return placesBetween(this.aliasesFrom(row), this.aliasesUntil(row))
  }
}

const placesBetween = (from: number, until: number) => Array.from({ length: until - from }, (_, nth) => from + nth)
