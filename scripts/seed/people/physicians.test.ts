import { isNpi } from '../../../subgraphs/reference/npi.js'
import { dayNumber } from '../day.js'
import { randomStream } from '../random/random.js'
import { npiOf } from './npi.js'
import { NumberPattern, NumberRegister } from './number-pattern.js'
import { Physicians } from './physicians.js'
import { Reserved } from './reserved.js'

const today = dayNumber('2026-11-20')
const count = 20_000
const nobody = new Reserved([], [])
const physicians = new Physicians({ seed: 11, today, count, fixed: [], reserved: nobody })
const people = Array.from({ length: count }, (_, index) => physicians.personAt(index))
const careers = Array.from({ length: count }, (_, index) => physicians.careerAt(index))

const tally = (keys: Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}
const share = (matching: number) => matching / count

test('a few family names are common, many are rare', () => {
  const names = tally(people.map(({ familyName }) => familyName))
  const [first] = names
  expect(first?.[0]).toBe('Patel')
  expect(share(first?.[1] ?? 0)).toBeGreaterThan(0.008)
  expect(share(first?.[1] ?? 0)).toBeLessThan(0.025)
  expect(names.slice(0, 12).map(([name]) => name)).toEqual(
    expect.arrayContaining(['Smith', 'Johnson', 'Nguyen', 'Khan']),
  )
  expect(share(names.filter(([, bearers]) => bearers === 1).length)).toBeGreaterThan(0.2)
})

test('first and last names go together', () => {
  const patels = people.filter(({ familyName }) => familyName === 'Patel').map(({ givenName }) => givenName)
  const smiths = people.filter(({ familyName }) => familyName === 'Smith').map(({ givenName }) => givenName)
  const indian = new Set(['Amit', 'Rajesh', 'Sanjay', 'Ravi', 'Priya', 'Anita', 'Sunita', 'Rekha', 'Vijay', 'Anil'])
  const bearing = (names: string[]) => names.filter((name) => indian.has(name)).length / names.length
  expect(bearing(patels)).toBeGreaterThan(0.15)
  expect(bearing(smiths)).toBeLessThan(0.02)
})

test('names and birthday in a state tell almost everybody apart, and not quite everybody', () => {
  const keys = people.map((person, index) =>
    [person.givenName, person.familyName, person.birthMonth, person.birthDay, careers[index]?.home].join(' '),
  )
  const ambiguous = tally(keys).filter(([, bearers]) => bearers > 1)
  expect(ambiguous.length).toBeGreaterThan(1)
  expect(share(ambiguous.length * 2)).toBeLessThan(0.003)
})

test('there are twins, double names, former names and suffixes', () => {
  const births = tally(people.map(({ familyName, birthMonth, birthDay }) => `${familyName} ${birthMonth}/${birthDay}`))
  expect(births.filter(([, bearers]) => bearers > 1).length).toBeGreaterThan(20)
  expect(share(people.filter(({ familyName }) => familyName.includes('-')).length)).toBeGreaterThan(0.01)
  expect(share(people.filter(({ formerNames }) => formerNames.length).length)).toBeGreaterThan(0.05)
  expect(share(people.filter(({ suffix }) => suffix).length)).toBeGreaterThan(0.01)
})

test('every day of the year is somebody’s birthday, the 29th of February seldom', () => {
  const days = tally(people.map(({ birthMonth, birthDay }) => `${birthMonth}/${birthDay}`))
  expect(days).toHaveLength(366)
  expect(days.at(-1)?.[0]).toBe('2/29')
})

test('large states have many physicians, small ones few', () => {
  const states = new Map(tally(careers.map(({ home }) => home)))
  const of = (state: string) => share(states.get(state) ?? 0)
  expect(of('CA')).toBeGreaterThan(0.09)
  expect(of('ME')).toBeLessThan(0.01)
  expect(Math.min(of('NY'), of('TX'), of('FL'))).toBeGreaterThan(0.04)
})

test('careers are plausible', () => {
  expect(share(careers.filter(({ certifications }) => certifications.length).length)).toBeCloseTo(0.45, 1)
  expect(share(careers.filter(({ licenses }) => licenses.length > 1).length)).toBeCloseTo(0.23, 1)
  for (const { licenses, home } of careers) {
    expect(licenses.length).toBeLessThanOrEqual(4)
    expect(new Set(licenses.map(({ state }) => state)).size).toBe(licenses.length)
    expect(licenses[0]?.state).toBe(home)
    for (const { from, to, status } of licenses) {
      expect(from).toBeLessThan(Math.min(to ?? today, today))
      expect(status === 'ACTIVE').toBe((to ?? today) >= today)
    }
  }
})

test('the physician at a place does not depend on who was asked for before', () => {
  const again = new Physicians({ seed: 11, today, count, fixed: [], reserved: nobody })
  expect(again.personAt(12_345)).toEqual(people[12_345])
  expect(again.careerAt(12_345)).toEqual(careers[12_345])
  expect(again.learnerIdAt(12_345)).toBe(physicians.learnerIdAt(12_345))
})

test('NPIs have a right check digit, belong to one physician each and are never reserved ones', () => {
  const npis = people.flatMap(({ npi }) => npi ?? [])
  expect(npis.every(isNpi)).toBe(true)
  expect(new Set(npis).size).toBe(npis.length)
  const usual = npiOf(1, 11, () => false)
  expect(npiOf(1, 11, (npi) => npi === usual)).not.toBe(usual)
  expect(isNpi(npiOf(1, 11, (npi) => npi === usual))).toBe(true)
})

test.each([
  ['ME######', /^ME\d{6}$/],
  ['{AC}-##', /^[AC]-\d\d$/],
  ['20##-####', /^20\d\d-\d{4}$/],
  ['####', /^\d{4}$/],
])('numbers like %s look like that and none comes up twice', (pattern, look) => {
  const numbers = new NumberPattern(pattern, randomStream(3, 'test')(0))
  const drawn = Array.from({ length: 200 }, (_, index) => numbers.at(index))
  expect(drawn.every((number) => look.test(number))).toBe(true)
  expect(new Set(drawn).size).toBe(200)
})

test('a register leaves reserved numbers out', () => {
  const free = new NumberRegister(1, () => false)
  const [first, second] = [free.next('ME', 'MD####'), free.next('ME', 'MD####')]
  const careful = new NumberRegister(1, (number) => number === first)
  expect(careful.next('ME', 'MD####')).toBe(second)
})

test('nobody who is made up has a reserved family name and birthday', () => {
  const taken = people.slice(0, 50).map((person) => ({ ...person, numbers: [] }))
  const careful = new Physicians({ seed: 11, today, count, fixed: [], reserved: new Reserved([], taken) })
  for (const [index, { familyName, birthMonth, birthDay }] of taken.entries()) {
    const made = careful.personAt(index)
    expect(made.familyName).toBe(familyName)
    expect([made.birthMonth, made.birthDay]).not.toEqual([birthMonth, birthDay])
  }
})
