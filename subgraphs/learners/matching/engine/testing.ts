import fc from 'fast-check'
import type { Claim, Person } from './types.js'

const names = ['Smith', 'Smiht', 'Smyth', 'Jones', 'Smith-Jones', 'Robert', 'de la Cruz', 'Ng', 'Müller']
const firstNames = ['Robert', 'Bob', 'Roberta', 'Robret', 'Ann', 'A.', 'Smith', 'Mary Ann', 'James']
const states = ['ME', 'NH', 'CA']
const npis = ['1234567893', '1076543218', '1245319599']

const born = { birthMonth: fc.integer({ min: 1, max: 12 }), birthDay: fc.integer({ min: 1, max: 12 }) }

/** A few people who resemble one another, so that many are candidates for one claim. */
export const somePeople: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      givenName: fc.constantFrom(...firstNames),
      middleName: fc.constantFrom(null, 'James', 'R'),
      familyName: fc.constantFrom(...names),
      suffix: fc.constantFrom(null, 'Jr', 'Sr'),
      formerFamilyNames: fc.constantFrom([], ['Jones'], ['Ng']),
      ...born,
      npi: fc.constantFrom(null, ...npis),
      licenses: fc.array(
        fc.record({ state: fc.constantFrom(...states), number: fc.constantFrom('123', 'MD123', '777') }),
        {
          maxLength: 2,
        },
      ),
      certifications: fc.constantFrom([], [{ boardCode: 'ABIM', boardId: '5' }]),
    }),
    { maxLength: 25 },
  )
  .map((people) => people.map((person, index) => ({ ...person, personId: `person ${String(index).padStart(2, '0')}` })))

/** A claim that may be about one of them. */
export const someClaim: fc.Arbitrary<Claim> = fc.record({
  givenName: fc.constantFrom(null, ...firstNames),
  middleName: fc.constantFrom(null, 'James', 'J', 'none'),
  familyName: fc.constantFrom(null, ...names),
  suffix: fc.constantFrom(null, 'Jr'),
  birthMonth: fc.constantFrom(null, 1, 2, 3, 13),
  birthDay: fc.integer({ min: 0, max: 12 }),
  state: fc.constantFrom(null, ...states),
  license: fc.constantFrom(null, '123', '0777', '999'),
  npi: fc.constantFrom(null, ...npis, '1234567890'),
  boardId: fc.constantFrom(null, 'ABIM:5', '6'),
})
