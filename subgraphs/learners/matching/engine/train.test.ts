import { Engine } from './engine.js'
import { model } from './model/weights.js'
import { trainWeights } from './train.js'
import type { Claim, Person } from './types.js'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const name = (place: number) => `${letters[place % 26]}${letters[(place * 7) % 26]}LARK${letters[(place * 11) % 26]}`
const people = Array.from(
  { length: 500 },
  (_, place): Person => ({
    personId: String(place),
    givenName: `Z${name(place)}`,
    familyName: `Q${name(place * 3 + 1)}`,
    birthMonth: 1 + (place % 12),
    birthDay: 1 + (place % 28),
    city: `Town${name(place)}`,
    licenses: [{ state: 'ME', number: `MD${10_000 + place}` }],
  }),
)
/** Everybody is claimed rightly, but for every fifth birthday, which is a day off. */
const claims = people.map(
  ({ givenName, familyName, birthMonth, birthDay, city }, place): Claim => ({
    givenName,
    familyName,
    birthMonth,
    birthDay: place % 5 === 0 ? (birthDay % 28) + 1 : birthDay,
    state: 'ME',
    city: city ?? null,
  }),
)
const trained = async () =>
  trainWeights(await Engine.build(people, { dataVersion: 'today' }), claims, model, 'trained').agreement

test('what rows show is learned from them, though nobody knows whom they are about', async () => {
  const { BIRTHDATE } = await trained()
  expect(BIRTHDATE.EXACT).toBeGreaterThan(0.7)
  expect(BIRTHDATE.EXACT).toBeLessThan(0.9)
  expect(BIRTHDATE.SLIP).toBeGreaterThan(0.1)
})

test('a level of which the rows have no example keeps its weight, and so does a field that is set by hand', async () => {
  const { NPI, BIRTHDATE, FIRST_NAME, CITY } = await trained()
  expect(NPI).toEqual(model.agreement.NPI)
  expect(BIRTHDATE.SWAPPED).toBe(model.agreement.BIRTHDATE.SWAPPED)
  expect(FIRST_NAME.DIFFERENT).toBe(model.agreement.FIRST_NAME.DIFFERENT)
  expect(CITY).toEqual(model.agreement.CITY)
})
