import { type CertifyingBoardCode, parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { isNpi } from '../../reference/npi.js'
import { parseState, type StateCode } from '../../reference/states.js'
import { boardIdKey, licenseKey } from './keys.js'
import { licenseKeysOf } from './license-prefixes.js'
import type { LearnerClaim } from './match-types.js'
import { withoutDecimals } from './normalise.js'
import { type FamilyName, type GivenName, parseFamilyName, parseGivenName } from './person-name.js'

/** A claim in the form in which it is looked up and compared. */
export interface ReadClaim {
  given: GivenName
  family: FamilyName
  /** Every key under which the family name may stand on file: whole and halves. */
  familyKeys: string[]
  suffix: string | undefined
  birthMonth: number
  birthDay: number
  state: StateCode | undefined
  /** Set when the license number or NPI has the form of an NPI (L16). */
  npi: string | undefined
  licenseKeys: string[]
  boardCode: CertifyingBoardCode | undefined
  /** Empty when no id was given. */
  boardIdKey: string
  completedOn: string
}

/** Reads what a provider typed; nothing here fails, what cannot be read counts as not given. */
export function readClaim(claim: LearnerClaim): ReadClaim {
  const given = parseGivenName(claim.givenName)
  const family = parseFamilyName(claim.familyName)
  const state = parseState(claim.state ?? '')
  const number = claim.licenseOrNpi ?? ''
  const npi = withoutDecimals(number).replace(/[\s.-]/g, '')
  return {
    given,
    family,
    familyKeys: family.key ? [...new Set([family.key, ...family.parts.map(({ key }) => key)])] : [],
    suffix: family.suffix ?? given.suffix,
    birthMonth: claim.birthMonth,
    birthDay: claim.birthDay,
    state,
    npi: isNpi(npi) ? npi : undefined,
    licenseKeys: state ? licenseKeysOf(state, licenseKey(number)) : [],
    boardCode: parseCertifyingBoard(claim.boardCode ?? ''),
    boardIdKey: boardIdKey(claim.boardId ?? ''),
    completedOn: claim.completedOn,
  }
}
