import type { NameTokens } from './names/name-token.js'
import type { ReadClaim, Reading } from './read-claim.js'
import { aliasKinds } from './table/keys-of-person.js'
import type { NumberTable } from './table/number-table.js'
import type { PeopleTable } from './table/people-table.js'

/**
 * What the file says about one person, as a claim that another person is held against. Of several licenses and
 * certifications it names the ones that have most in common with those of the other.
 */
export function claimOfPerson(row: number, other: number, people: PeopleTable, tokens: NameTokens): ReadClaim {
  const { licenses, certifications } = people
  const license = mostAlike(licenses, people.licensesOf(row), people.licensesOf(other))
  const certification = mostAlike(certifications, people.certificationsOf(row), people.certificationsOf(other))
  return {
    ...personally(row, people, tokens),
    state: license < 0 ? 0 : licenses.issuerOf(license),
    licenseKeys: keysAt(licenses, license),
    board: certification < 0 ? 0 : certifications.issuerOf(certification),
    boardKey: keysAt(certifications, certification)[0] ?? '',
  }
}

/** The same as a claim by which everybody who may be that person is found: with all license numbers, in whatever state. */
export function searchFor(row: number, people: PeopleTable, tokens: NameTokens): ReadClaim {
  const { licenses, certifications } = people
  const all = people.licensesOf(row).flatMap((license) => keysAt(licenses, license))
  const [first = -1] = people.certificationsOf(row)
  return {
    ...personally(row, people, tokens),
    state: 0,
    licenseKeys: [...new Set(all)],
    board: first < 0 ? 0 : certifications.issuerOf(first),
    boardKey: keysAt(certifications, first)[0] ?? '',
  }
}

/** Names, birthday, NPI, city and e-mail address, of which everybody has one. */
function personally(row: number, people: PeopleTable, tokens: NameTokens) {
  const middleId = people.middle(row)
  const npi = people.npi(row)
  const cityId = people.city(row)
  return {
    readings: readingsOf(row, people, tokens),
    middle: middleId < 0 ? '' : people.names.nameOf(middleId),
    middleId,
    suffix: people.suffix(row),
    day: people.day(row),
    isDayGiven: people.day(row) !== 0,
    npiDigits: npi ? String(npi) : '',
    npi,
    city: cityId < 0 ? '' : people.cities.nameOf(cityId),
    cityId,
    hasCity: cityId >= 0,
    email: people.email(row),
  }
}

/** The names as they stand on file, and with their places exchanged. */
function readingsOf(row: number, people: PeopleTable, tokens: NameTokens): Reading[] {
  const { names } = people
  const text = (id: number) => (id < 0 ? '' : names.nameOf(id))
  const [whole, first, last] = [people.given(row), people.first(row), people.family(row)].map((id = -1) => text(id))
  const family = last ? tokens.family(last) : undefined
  const given = whole && first ? tokens.given(`${first} ${whole.slice(first.length)}`) : undefined
  const asOnFile = { isSwapped: false, given, family: family && { ...family, partIds: partsOf(row, people) } }
  if (!family || !given || !whole || !last) return [asOnFile]
  return [asOnFile, { isSwapped: true, family: tokens.family(whole), given: tokens.given(last) }]
}

function partsOf(row: number, people: PeopleTable): number[] {
  const { aliases } = people
  return people
    .aliasesOf(row)
    .filter((alias) => aliases.kind(alias) === aliasKinds.PART)
    .map((alias) => aliases.name(alias))
}

/** The number of one person that the other holds too; else one of an issuer that both have; else the first; else -1. */
function mostAlike(numbers: NumberTable, mine: readonly number[], theirs: readonly number[]): number {
  const sharesIssuer = (place: number) => theirs.some((each) => numbers.issuerOf(each) === numbers.issuerOf(place))
  const isShared = (place: number) =>
    theirs.some(
      (each) => numbers.issuerOf(each) === numbers.issuerOf(place) && numbers.keyOf(each) === numbers.keyOf(place),
    )
  return mine.find(isShared) ?? mine.find(sharesIssuer) ?? mine[0] ?? -1
}

const keysAt = (numbers: NumberTable, place: number) => (place < 0 ? [] : [numbers.keyOf(place)].filter(Boolean))
