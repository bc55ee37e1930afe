import { isNpi } from '../../../reference/npi.js'
import { parseState } from '../../../reference/states.js'
import { boardIdKey, licenseKey } from '../keys.js'
import { licenseKeysOf } from '../license-prefixes.js'
import { fold, middleKey, nameKey, suffixKey, withoutDecimals } from '../normalise.js'
import type { FamilyToken, GivenToken, NameTokens } from './names/name-token.js'
import { knownBoardNumber, stateNumber, suffixNumber } from './table/codes.js'
import { hashText } from './table/hash.js'
import { emailKey } from './table/keys-of-person.js'
import { dayNumber, type PeopleTable } from './table/people-table.js'
import type { Claim } from './types.js'

/** The two names of a claim, as given or with their places exchanged. */
export interface Reading {
  isSwapped: boolean
  family: FamilyToken | undefined
  given: GivenToken | undefined
}

/** A claim in the form in which it is looked up and compared; what cannot be read is as if it were missing. */
export interface ReadClaim {
  readings: Reading[]
  middle: string
  middleId: number
  suffix: number
  /** 0 for none, and for one that no calendar has. */
  day: number
  /** True also for a day that no calendar has. */
  isDayGiven: boolean
  state: number
  /** Every key under which the license number may stand on file; the first is the one that was typed. */
  licenseKeys: string[]
  /** Digits of the NPI cell; empty when it holds none. */
  npiDigits: string
  /** The NPI, or 0 when the digits are none. */
  npi: number
  /** 0 when no board was named. */
  board: number
  boardKey: string
  /** The key of the city; empty when none was given. */
  city: string
  cityId: number
  hasCity: boolean
  email: number
}

/** Reads what was typed. */
export function readClaim(claim: Claim, tokens: NameTokens, people: PeopleTable): ReadClaim {
  const family = claim.familyName ? tokens.family(claim.familyName) : undefined
  const given = claim.givenName ? tokens.given(claim.givenName) : undefined
  const readings: Reading[] = [{ isSwapped: false, family, given }]
  if (claim.familyName && claim.givenName && family && given) {
    const isExchangeable = tokens.isGiven(family, claim.familyName) && tokens.isFamily(given, claim.givenName)
    if (isExchangeable) readings.push(exchanged(claim.familyName, claim.givenName, tokens))
  }
  const middle = (claim.middleName ? middleKey(claim.middleName) : '') || (given?.name.middle ?? '')
  const city = claim.city ? nameKey(claim.city) : ''
  const state = claim.state ? parseState(claim.state) : undefined
  const board = readBoardId(claim)
  const license = claim.license ? licenseKey(claim.license) : ''
  const npiDigits = claim.npi ? readNpi(claim.npi) : ''
  return {
    readings,
    middle,
    middleId: middle ? people.names.find(middle) : -1,
    suffix: suffixNumber(
      (claim.suffix ? suffixKey(claim.suffix) : undefined) ?? family?.name.suffix ?? given?.name.suffix,
    ),
    day: dayNumber(claim.birthMonth, claim.birthDay),
    isDayGiven: (claim.birthMonth ?? claim.birthDay ?? undefined) !== undefined,
    state: stateNumber(state),
    licenseKeys: license ? (state ? licenseKeysOf(state, license) : withDigits(license)) : [],
    npiDigits,
    npi: isNpi(npiDigits) ? Number(npiDigits) : 0,
    ...board,
    city,
    cityId: city ? people.cities.find(city) : -1,
    hasCity: city !== '',
    email: claim.email && emailKey(claim.email) ? hashText(emailKey(claim.email)) : 0,
  }
}

/** The names with their places exchanged, which is worth a look where somebody bears each of them in that place. */
const exchanged = (familyName: string, givenName: string, tokens: NameTokens): Reading => ({
  isSwapped: true,
  family: tokens.family(givenName),
  given: tokens.given(familyName),
})

/** Ten digits, or about as many where one was lost or doubled; anything else stands for a cell left empty. */
function readNpi(text: string): string {
  const digits = tenDigits.test(text) ? text : withoutDecimals(text).replace(/[^0-9]/g, '')
  return digits.length >= 8 && digits.length <= 12 && !/^(.)\1*$/.test(digits) ? digits : ''
}

const tenDigits = /^[0-9]{10}$/

const withDigits = (key: string) => (/[0-9]/.test(key) ? [key] : [])

/** “ABIM:123456” names its board too. */
function readBoardId({ boardId, boardCode }: Claim): { board: number; boardKey: string } {
  if (!boardId) return { board: 0, boardKey: '' }
  const [, prefix, rest] = /^\s*([A-Za-z]{2,8})\s*[:#]\s*(.+)$/.exec(boardId) ?? []
  return {
    board: knownBoardNumber(fold(boardCode || prefix || '')),
    boardKey: withDigits(boardIdKey(rest ?? boardId))[0] ?? '',
  }
}
