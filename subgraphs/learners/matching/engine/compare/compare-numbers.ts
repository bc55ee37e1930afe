import { codesOf } from '../model/levels.js'
import { slipBetween } from '../names/distance.js'
import type { ReadClaim } from '../read-claim.js'
import type { PeopleTable } from '../table/people-table.js'
import { at, type Sheet } from './sheet.js'

const [NPI, LICENSE, BOARD_ID] = [codesOf('NPI'), codesOf('LICENSE'), codesOf('BOARD_ID')]

/** Kinds of slips to choose from, by digit of a number. */
const slipsPerDigit = 20
/** In a small file numbers are as rare as in a large one. */
const numbersIssued = 1_000_000

/** Compares identifiers: NPI, license number, id at a board. */
export class NumberComparison {
  /** log2 of how rare a number is. */
  bits = 0
  private licenseHolders = 1

  constructor(
    private readonly people: PeopleTable,
    private readonly sheet: Sheet,
  ) {}

  begin(licenseHolders: number): void {
    this.licenseHolders = Math.max(1, licenseHolders)
    this.bits = Math.log2(Math.max(this.people.population, numbersIssued))
  }

  compare(claim: ReadClaim, row: number): void {
    if (claim.npiDigits) this.compareNpi(claim, row)
    if (claim.licenseKeys.length > 0) this.compareLicense(claim, row)
    if (claim.boardKey) this.compareBoardId(claim, row)
  }

  private compareNpi({ npi, npiDigits }: ReadClaim, row: number): void {
    const onFile = this.people.npi(row)
    if (!onFile) return
    if (onFile === npi) this.sheet.set(at.NPI, NPI.EXACT, this.bits)
    else if (!npi && slipBetween(npiDigits, String(onFile))) {
      this.sheet.set(at.NPI, NPI.ONE_EDIT, this.bits - Math.log2(slipsPerDigit * npiDigits.length))
    } else this.sheet.set(at.NPI, NPI.DIFFERENT, 0)
  }

  private compareLicense({ licenseKeys, state }: ReadClaim, row: number): void {
    const { licenses } = this.people
    const typed = licenseKeys[0] as string
    let best: number = LICENSE.DIFFERENT
    let isNumbered = false
    const until = this.people.licensesUntil(row)
    for (let license = this.people.licensesFrom(row); license < until; license++) {
      if (licenses.has(license, '')) continue
      isNumbered = true
      const isThere = state === 0 || licenses.issuerOf(license) === state
      if (licenseKeys.some((key) => licenses.has(license, key)))
        best = Math.min(best, isThere ? LICENSE.EXACT : LICENSE.OTHER_STATE)
      else if (isThere && best > LICENSE.ONE_EDIT && this.isOneSlip(typed, license)) best = LICENSE.ONE_EDIT
    }
    if (!isNumbered) return
    if (best === LICENSE.EXACT)
      this.sheet.set(at.LICENSE, best, this.bits - (state === 0 ? Math.log2(this.licenseHolders) : 0))
    else if (best === LICENSE.OTHER_STATE) this.sheet.set(at.LICENSE, best, this.bits - Math.log2(this.licenseHolders))
    else if (best === LICENSE.ONE_EDIT)
      this.sheet.set(at.LICENSE, best, this.bits - Math.log2(slipsPerDigit * typed.length))
    else this.sheet.set(at.LICENSE, LICENSE.DIFFERENT, 0)
  }

  private isOneSlip(typed: string, license: number): boolean {
    const onFile = this.people.licenses.keyOf(license)
    return typed.length > 3 && slipBetween(typed, onFile) !== undefined
  }

  private compareBoardId({ board, boardKey }: ReadClaim, row: number): void {
    const { certifications } = this.people
    let best = 0
    const until = this.people.certificationsUntil(row)
    for (let certification = this.people.certificationsFrom(row); certification < until; certification++) {
      if (board !== 0 && certifications.issuerOf(certification) !== board) continue
      const level = certifications.has(certification, boardKey)
        ? BOARD_ID.EXACT
        : slipBetween(boardKey, certifications.keyOf(certification))
          ? BOARD_ID.ONE_EDIT
          : BOARD_ID.DIFFERENT
      best = best === 0 ? level : Math.min(best, level)
    }
    if (best === BOARD_ID.EXACT) this.sheet.set(at.BOARD_ID, best, this.bits)
    else if (best === BOARD_ID.ONE_EDIT)
      this.sheet.set(at.BOARD_ID, best, this.bits - Math.log2(slipsPerDigit * boardKey.length))
    else if (best !== 0) this.sheet.set(at.BOARD_ID, best, 0)
  }
}
