import { isNpi } from '../../../reference/npi.js'
import { parseState, type StateCode } from '../../../reference/states.js'
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
    // Worth a look where somebody bears each of the two in the place of the other.
    const isExchangeable = tokens.isGiven(family, claim.familyName) && tokens.isFamily(given, claim.givenName)
    if (isExchangeable) readings.push(...exchanged(claim, { family, given }, tokens))
  }
  const middle = (claim.middleName ? middleKey(claim.middleName) : '') || (given?.name.middle ?? '')
  const city = claim.city ? nameKey(claim.city) : ''
  const state = claim.state ? parseState(claim.state) : undefined
  const board = readBoardId(claim)
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
    licenseKeys: claim.license ? readLicense(claim.license, state) : [],
    npiDigits,
    npi: isNpi(npiDigits) ? Number(npiDigits) : 0,
    ...board,
    city,
    cityId: city ? people.cities.find(city) : -1,
    hasCity: city !== '',
    email: claim.email ? readEmail(claim.email) : 0,
  }
}

/** The two names with their places exchanged; nothing where one of them is missing. */
export function exchanged(
  { familyName, givenName }: Claim,
  { family, given }: Pick<Reading, 'family' | 'given'>,
  tokens: NameTokens,
): Reading[] {
  if (!family || !given || !familyName || !givenName) return []
  const [asFamily, asGiven] = [tokens.asFamily(given, givenName), tokens.asGiven(family, familyName)]
  return [{ isSwapped: true, family: asFamily, given: asGiven }]
}

/** Every key under which a license number may stand on file; without a state only the one that was typed. */
export function readLicense(text: string, state: StateCode | undefined): string[] {
  const key = licenseKey(text)
  if (!key) return []
  return state ? licenseKeysOf(state, key) : withDigits(key)
}

/** Ten digits, or about as many where one was lost or doubled; anything else stands for a cell left empty. */
function readNpi(text: string): string {
  const digits = tenDigits.test(text) ? text : withoutDecimals(text).replace(/[^0-9]/g, '')
  return digits.length >= 8 && digits.length <= 12 && !/^(.)\1*$/.test(digits) ? digits : ''
}

const tenDigits = /^[0-9]{10}$/

const withDigits = (key: string) => (/[0-9]/.test(key) ? [key] : [])

function readEmail(text: string): number {
  const key = emailKey(text)
  return key ? hashText(key) : 0
}

/** “ABIM:123456” names its board too. */
function readBoardId({ boardId, boardCode }: Claim): { board: number; boardKey: string } {
  if (!boardId) return { board: 0, boardKey: '' }
  const [, prefix, rest] = /^\s*([A-Za-z]{2,8})\s*[:#]\s*(.+)$/.exec(boardId) ?? []
  return {
    board: knownBoardNumber(fold(boardCode || prefix || '')),
    boardKey: withDigits(boardIdKey(rest ?? boardId))[0] ?? '',
  }
}
