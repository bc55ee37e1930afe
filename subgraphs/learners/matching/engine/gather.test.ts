import fc from 'fast-check'
import { parseFamilyName, parseGivenName } from '../person-name.js'
import { Gathering } from './gather.js'
import { slipBetween } from './names/distance.js'
import { NameTokens } from './names/name-token.js'
import { readClaim } from './read-claim.js'
import { dayLevels } from './table/day-slips.js'
import { dayNumber, PeopleTable } from './table/people-table.js'
import { someClaim, somePeople } from './testing.js'
import type { Claim, Person } from './types.js'

/** Whom names and birthday point at, found by looking at everybody in turn. */
function obvious(people: readonly Person[], claim: Claim): string[] {
  const day = dayNumber(claim.birthMonth, claim.birthDay)
  const family = parseFamilyName(claim.familyName ?? '')
  const given = parseGivenName(claim.givenName ?? '')
  if (!family.key) return []
  const typed = [family.key, ...family.parts.map(({ key }) => key), ...(family.core ? [family.core] : [])]
  return people
    .filter((person) => {
      const own = parseFamilyName(person.familyName)
      const former = (person.formerFamilyNames ?? []).map((name) => parseFamilyName(name).key)
      const aliases = [own.key, ...own.parts.map(({ key }) => key), ...(own.core ? [own.core] : []), ...former]
      const bornOn = dayNumber(person.birthMonth, person.birthDay)
      const isNear = aliases.some((alias) => typed.includes(alias) || slipBetween(family.key, alias))
      const isNamesake =
        aliases.some((alias) => typed.includes(alias)) && parseGivenName(person.givenName).first === given.first
      return (
        (day > 0 && isNear && bornOn === day) || (isNamesake && (day === 0 || (dayLevels(day)[bornOn] as number) <= 3))
      )
    })
    .map(({ personId }) => personId)
}

test('nobody is overlooked whom names and birthday point at, and slips of one letter or digit', () => {
  fc.assert(
    fc.property(somePeople, someClaim, (people, claim) => {
      const table = new PeopleTable(0)
      for (const person of people) table.put(person)
      const tokens = new NameTokens(table.names)
      const gathering = new Gathering(table, tokens)
      const read = readClaim({ ...claim, license: null, npi: null, boardId: null }, tokens, table)
      gathering.identified(read)
      gathering.likely({ ...read, readings: read.readings.slice(0, 1) })
      const found = gathering.rows.map((row) => table.personId(row))
      expect(found).toHaveLength(new Set(found).size)
      expect(found.sort()).toEqual(obvious(people, claim).sort())
    }),
    { numRuns: 500 },
  )
})
