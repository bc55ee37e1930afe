import { Engine } from './engine.js'
import { model } from './model/weights.js'
import { licenseRequirements } from './requirements.js'
import type { Claim, Person } from './types.js'

const ada: Person = {
  personId: 'ada',
  givenName: 'Ada',
  familyName: 'Marchetti',
  birthMonth: 9,
  birthDay: 10,
  npi: '1234567893',
  licenses: [{ state: 'ME', number: 'MD23456' }],
}
const ofAda: Claim = { givenName: 'Ada', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, state: 'ME' }

/** Enough people of other names that no name is common. */
const crowd = Array.from(
  { length: 400 },
  (_, place): Person => ({
    personId: `crowd ${place}`,
    givenName: ['Tara', 'Tarah', 'Megan', 'Katherine', 'Kathleen', 'Gregory', 'Gail', 'Briana'][place % 8] as string,
    familyName: `Quirk${String.fromCharCode(65 + (place % 26), 65 + Math.floor(place / 26))}son`,
    birthMonth: 1 + (place % 12),
    birthDay: 1 + (place % 28),
    licenses: [{ state: 'CA', number: `A${1000 + place}` }],
  }),
)
async function answer(person: Partial<Person>, claim: Claim) {
  const engine = await Engine.build([...crowd, { ...ada, ...person }], { dataVersion: 'today' })
  return engine.match({ ...ofAda, ...claim }, licenseRequirements)
}
const told = async (person: Partial<Person>, claim: Claim) => {
  const { decision, namedField } = await answer(person, claim)
  return [decision, namedField].filter(Boolean).join(' ')
}

test.each<[string, Partial<Person>, Claim, string]>([
  ['a slip that makes no name', { givenName: 'Tamara' }, { givenName: 'Tamra' }, 'MATCHED'],
  ['a slip that is a sister’s name', { givenName: 'Tara' }, { givenName: 'Tarah' }, 'MISMATCH FIRST_NAME'],
  ['a similar name that others bear', { givenName: 'Kathleen' }, { givenName: 'Katherine' }, 'MISMATCH FIRST_NAME'],
  ['but not beside an NPI', { givenName: 'Tara' }, { givenName: 'Tarah', npi: '1234567893' }, 'MATCHED'],
])('a twin who is not on file may be meant: %s', async (_, person, claim, expected) => {
  expect(await told(person, claim)).toBe(expected)
})

test.each<[string, Partial<Person>, Claim, string]>([
  ['in full on file', { givenName: 'Briana', middleName: 'Leocadia' }, { givenName: 'Leocadia' }, 'MATCHED'],
  [
    'the first one in its place',
    { givenName: 'Briana', middleName: 'Megan' },
    { givenName: 'Megan', middleName: 'B' },
    'MATCHED',
  ],
  [
    'with a middle name of its own',
    { givenName: 'Briana', middleName: 'Megan' },
    { givenName: 'Megan', middleName: 'A' },
    'NOT_FOUND',
  ],
  ['an initial on file', { givenName: 'Gail', middleName: 'G' }, { givenName: 'Gregory' }, 'MISMATCH FIRST_NAME'],
])('who goes by the middle name: %s', async (_, person, claim, expected) => {
  expect(await told(person, claim)).toBe(expected)
})

test.each<[string, Partial<Person>, Claim, string]>([
  ['of her own', { middleName: 'Ruth' }, { middleName: 'Ruth' }, 'EXACT'],
  ['that the file lacks', {}, { middleName: 'Ruth' }, 'NOT_ON_FILE'],
  ['that is her last name of old', { formerFamilyNames: ['Rossi'] }, { middleName: 'Rossi' }, ''],
  ['that is half of her first name', { givenName: 'Mary Ann' }, { givenName: 'Mary Ann' }, 'EXACT'],
  ['that is half of her first name, written as one', { givenName: 'Maryann' }, { givenName: 'Mary Ann' }, ''],
])('a middle name %s', async (_, person, claim, level) => {
  const { decision, candidates } = await answer(person, claim)
  expect(decision).toBe('MATCHED')
  expect(candidates[0]?.evidence.find(({ field }) => field === 'MIDDLE_NAME')?.level ?? '').toBe(level)
})

test.each<[string, Claim]>([
  ['another birthday', { birthMonth: 3, birthDay: 4 }],
  ['another last name', { familyName: 'Rossini' }],
])('an e-mail address makes up for %s', async (_, claim) => {
  expect(await told({ email: 'ada@clinic.example' }, { ...claim, email: 'Ada@clinic.example' })).toBe('MATCHED')
  expect(await told({ email: 'ada@clinic.example' }, claim)).not.toBe('MATCHED')
})

test('a city with a slip is the same city', async () => {
  const { candidates } = await answer({ city: 'Springfield' }, { city: 'Sprinfield' })
  expect(candidates[0]?.evidence).toContainEqual(expect.objectContaining({ field: 'CITY', level: 'ONE_EDIT' }))
})

test('another city says little: people live in one and work in another', async () => {
  expect(await told({ city: 'Portland' }, { city: 'Bangor' })).toBe('MATCHED')
})

test('a valid NPI that nobody has is another person’s, whatever else agrees', async () => {
  expect(await told({}, { npi: '1510240272' })).toBe('MISMATCH NPI')
})

test('a number that nobody has, of a kind that the file lacks for her, is mild evidence for nobody', async () => {
  const unsure = { ...model, operatingPoints: { ...model.operatingPoints, DEFAULT: { nobody: 0.5, others: 0.5 } } }
  const engine = (await Engine.build([...crowd, { ...ada, npi: null }], { dataVersion: 'today' })).under(unsure)
  const [odds = 0] = engine.weigh(ofAda).odds
  const exactly = { ...unsure.operatingPoints, DEFAULT: { nobody: 2 / odds, others: 0.5 } }
  const strict = engine.under({ ...unsure, operatingPoints: exactly })
  expect([strict.match(ofAda).decision, strict.match({ ...ofAda, npi: '1510240272' }).decision]).toEqual([
    'MATCHED',
    'AMBIGUOUS',
  ])
})

test('a license number as a spreadsheet writes it is read like an NPI', async () => {
  expect((await answer({}, { license: 'MD23456.0' })).candidates[0]?.evidence).toContainEqual(
    expect.objectContaining({ field: 'LICENSE', level: 'EXACT' }),
  )
})

test.each<[string, Claim]>([
  ['no birthday', { birthMonth: null, birthDay: null }],
  ['only a license number', { givenName: '', familyName: '', birthMonth: null, birthDay: null, license: 'MD23456' }],
])('%s: what was not given is asked for and never blamed', async (_, claim) => {
  const decision = await answer({}, claim)
  expect(decision).toMatchObject({ decision: 'AMBIGUOUS', askedField: expect.any(String) })
  expect(decision.namedField).toBeUndefined()
})

test('whoever is unsure is listed beside the next one, however unlikely', async () => {
  const people = [...crowd, ada, { ...ada, personId: 'bea', givenName: 'Bea', npi: null, birthDay: 11 }]
  const engine = await Engine.build(people, { dataVersion: 'today' })
  const { decision, candidates } = engine.match({ ...ofAda, birthMonth: null, birthDay: null })
  expect([decision, candidates[0]?.personId]).toEqual(['AMBIGUOUS', 'ada'])
})

test('an initial without a birthday lists those of the last name who begin so', async () => {
  const phans = ['Tess', 'Tom', 'Una'].map((givenName, place): Person => {
    return { ...ada, personId: givenName, givenName, familyName: 'Phan', birthDay: 11 + place, npi: null }
  })
  const engine = await Engine.build([...crowd, ...phans], { dataVersion: 'today' })
  const claim = { givenName: 'T', familyName: 'Phan', state: 'ME' }
  const { decision, candidates, askedField } = engine.match(claim, licenseRequirements)
  expect([decision, candidates.map(({ personId }) => personId), askedField]).toEqual([
    'AMBIGUOUS',
    ['Tess', 'Tom'],
    'BIRTHDATE',
  ])
})

const johnny: Person = {
  ...ada,
  personId: 'johnny',
  givenName: 'Johnny',
  familyName: 'Williams',
  city: 'Bangor',
  npi: null,
}
const john: Person = { ...johnny, personId: 'john', givenName: 'John', city: 'Portland' }
const ofJohnny: Claim = { ...ofAda, givenName: 'Johnny', familyName: 'Williams', city: 'Bangor' }

test.each<[string, Partial<Person>, Claim, string]>([
  ['through a nickname', {}, {}, 'AMBIGUOUS'],
  [
    'through a former name',
    { givenName: 'Johnny', familyName: 'Adams', formerFamilyNames: ['Williams'] },
    {},
    'AMBIGUOUS',
  ],
  ['but for the middle name', { middleName: 'Paul' }, { middleName: 'Karl' }, 'MATCHED'],
  ['but for the state', { licenses: [{ state: 'CA', number: 'A7' }] }, {}, 'MATCHED'],
  ['but not the number that was given', {}, { license: 'MD23456' }, 'MATCHED'],
])(
  'I02 no city tells somebody apart from another whom all that was said fits too: %s',
  async (_, facts, claim, expected) => {
    const other = { ...john, licenses: [{ state: 'ME', number: 'MD777' }], ...facts }
    const engine = await Engine.build([...crowd, johnny, other], { dataVersion: 'today' })
    expect(engine.match({ ...ofJohnny, ...claim }, licenseRequirements).decision).toBe(expected)
  },
)
