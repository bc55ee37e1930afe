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

test('without a birthday an initial still finds everybody of that last name who may be meant', async () => {
  const phan = { familyName: 'Phan', licenses: [{ state: 'WA', number: '7' }] }
  const others = crowd(3, { familyName: 'Phan', givenName: 'Alma' }).map((one) => ({
    ...one,
    personId: `A${one.personId}`,
  }))
  const engine = await build([...others, ...crowd(2, { ...phan, givenName: 'Tuyet' })])
  const { decision, candidates } = engine.match({ givenName: 'T', familyName: 'Phan', state: 'WA' })
  expect([decision, candidates.map(({ personId }) => personId)]).toEqual(['AMBIGUOUS', ['00000', '00001']])
})

test.each([
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 emoji', '😀👩‍⚕️'.repeat(2_000)],
  ['10,000 ideographs', '李小龙'.repeat(3_400)],
  ['10,000 right-to-left letters', 'محمد'.repeat(2_500)],
  ['5,000 words', 'ab '.repeat(5_000)],
  ['5,000 halves', 'ab-'.repeat(5_000)],
  ['piles of marks', 'e\u0301\u0308\u0327'.repeat(2_500)],
  ['quotes', '"\'"('.repeat(2_500)],
])('%s read nobody but those who share another field', async (_, text) => {
  const engine = await build(crowd(300))
  for (const claim of [
    { ...ofJohn, givenName: text },
    { ...ofJohn, familyName: text },
    { ...ofJohn, license: text, npi: text },
  ]) {
    expect(await readsOf(engine, claim)).toBeLessThan(2_000)
    expect(engine.match(claim).decision).not.toBe('MATCHED')
  }
})
