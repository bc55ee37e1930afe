import { jest } from '@jest/globals'
import { Engine } from './engine.js'
import { PeopleTable } from './table/people-table.js'
import type { Claim, Person } from './types.js'

const crowd = (size: number, facts: Partial<Person> = {}): Person[] =>
  Array.from({ length: size }, (_, place) => ({
    personId: String(place).padStart(5, '0'),
    givenName: 'John',
    familyName: 'Smith',
    birthMonth: 4,
    birthDay: 5,
    licenses: [{ state: 'CA', number: `A${place}` }],
    ...facts,
  }))
const ofJohn: Claim = { givenName: 'John', familyName: 'Smith', birthMonth: 4, birthDay: 5, state: 'CA' }
const build = (people: Person[]) => Engine.build(people, { dataVersion: 'today' })

/** How many records of people a question reads. */
async function readsOf(engine: Engine, claim: Claim): Promise<number> {
  const read = jest.spyOn(PeopleTable.prototype, 'isGone')
  engine.match(claim)
  const count = read.mock.calls.length
  read.mockRestore()
  return count
}

const questions: [string, Claim][] = [
  ['their names', ofJohn],
  ['an initial', { ...ofJohn, givenName: 'J' }],
  ['a slip in the last name', { ...ofJohn, familyName: 'Smyth' }],
  ['a slip in the first name', { ...ofJohn, givenName: 'Jon' }],
  ['no first name', { ...ofJohn, givenName: '' }],
  ['no last name', { ...ofJohn, familyName: '' }],
  ['no birthday', { ...ofJohn, birthMonth: null, birthDay: null }],
  ['another birthday', { ...ofJohn, birthDay: 6 }],
  ['exchanged names', { ...ofJohn, givenName: 'Smith', familyName: 'John' }],
  ['a license that nobody has', { ...ofJohn, license: 'A99999' }],
]

describe('among 10,000 people of one name and birthday', () => {
  let engine: Engine
  let reversed: Engine
  beforeAll(async () => {
    const people = crowd(10_000)
    engine = await build(people)
    reversed = await build(people.toReversed())
  })

  test.each(questions)(
    'a question with %s looks at a bounded number of them, and nobody is chosen',
    async (_, claim) => {
      expect(await readsOf(engine, claim)).toBeLessThan(15_000)
      expect(engine.match(claim).decision).not.toBe('MATCHED')
    },
  )

  test.each(questions)('I14 the order of the file does not change the answer to %s', (_, claim) => {
    expect(reversed.match(claim)).toEqual(engine.match(claim))
  })

  test('the one whose license number is given is known', () => {
    expect(engine.match({ ...ofJohn, license: 'A777' }).candidates[0]).toMatchObject({ personId: '00777' })
  })
})

test('a number that thousands share says nothing, and is asked about quickly', async () => {
  const engine = await build(
    crowd(5_000, {
      npi: '1234567893',
      licenses: [{ state: 'CA', number: 'A1' }],
      certifications: [{ boardCode: 'ABIM', boardId: '7' }],
    }),
  )
  for (const number of [{ npi: '1234567893' }, { license: 'A1' }, { license: 'A1', state: 'NY' }, { boardId: '7' }]) {
    expect(await readsOf(engine, { ...ofJohn, ...number })).toBeLessThan(15_000)
    expect(engine.match({ ...ofJohn, ...number }).decision).toBe('AMBIGUOUS')
  }
})

test('a crowd too large to look at is several, not nobody: a further field is asked for', async () => {
  const engine = await build(crowd(1_001))
  expect(engine.match(ofJohn)).toMatchObject({ decision: 'AMBIGUOUS', askedField: 'NPI' })
  expect(engine.match({ ...ofJohn, familyName: 'Nobody' }).decision).toBe('NOT_FOUND')
})
