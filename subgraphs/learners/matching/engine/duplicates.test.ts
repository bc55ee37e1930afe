import { Engine } from './engine.js'
import type { Person } from './types.js'

const ada: Person = {
  personId: 'ada',
  givenName: 'Ada',
  middleName: 'Ruth',
  familyName: 'Marchetti',
  birthMonth: 9,
  birthDay: 10,
  npi: '1234567893',
  licenses: [{ state: 'ME', number: 'MD23456' }],
  certifications: [{ boardCode: 'ABIM', boardId: '219876' }],
}
const others = ['Zebedee Quirke', 'Ottoline Vance', 'Thora Lindqvist', 'Ignatius Pell'].map((name, place): Person => {
  const [givenName = '', familyName = ''] = name.split(' ')
  return {
    personId: name,
    givenName,
    familyName,
    birthMonth: 4,
    birthDay: 11 + place,
    licenses: [{ state: 'CA', number: `A${place}` }],
  }
})
const again = (facts: Partial<Person>): Person => ({ ...ada, personId: 'again', ...facts })
const fileWith = (facts: Partial<Person>) =>
  Engine.build([...others, ada, again(facts), ...others.map((one) => ({ ...one, personId: `${one.personId} too` }))], {
    dataVersion: 'today',
  })
const bare = { npi: null, licenses: [], certifications: [] }

test.each<[string, Partial<Person>]>([
  ['everything is the same', {}],
  ['all numbers are missing', bare],
  ['she has married, and the file remembers', { ...bare, familyName: 'Rossi', formerFamilyNames: ['Marchetti'] }],
  ['half of a double name', { ...bare, familyName: 'Marchetti-Rossi' }],
  ['first and last name have changed places', { ...bare, givenName: 'Marchetti', familyName: 'Ada' }],
  ['another license of the same number', { npi: null, licenses: [{ state: 'CA', number: 'X1' }, ...ada.licenses] }],
  ['a license without a number', { npi: null, licenses: [{ state: 'ME', number: '' }] }],
  ['a wrong birthday beside the same NPI', { birthDay: 28 }],
])('%s: likely one person, whoever is asked about', async (_, facts) => {
  const engine = await fileWith(facts)
  const there = engine.compare('ada', 'again')
  expect(there).toMatchObject({ vetoes: [], probability: expect.any(Number) })
  expect(there?.probability).toBeGreaterThan(0.9)
  expect(engine.compare('again', 'ada')?.probability).toBeCloseTo(there?.probability ?? 0, 9)
  expect(engine.duplicatesOf('ada')[0]).toEqual({ personId: 'again', probability: there?.probability })
  expect(engine.duplicatesOf('again')[0]?.personId).toBe('ada')
})

test.each<[string, Partial<Person>, string]>([
  ['two different NPIs', { npi: '1076543218' }, 'TWO_NPIS'],
  ['two middle names', { middleName: 'Agnes' }, 'TWO_MIDDLE_NAMES'],
])('%s are two people, whatever else agrees', async (_, facts, veto) => {
  const engine = await fileWith(facts)
  expect(engine.compare('ada', 'again')?.vetoes).toEqual([veto])
  expect(engine.duplicatesOf('ada')).toEqual([])
})

test('two suffixes are two people', async () => {
  const engine = await Engine.build([{ ...ada, suffix: 'Sr' }, again({ suffix: 'Jr' })], { dataVersion: 'today' })
  expect(engine.compare('ada', 'again')?.vetoes).toEqual(['TWO_SUFFIXES'])
})

test('strangers, somebody who has gone, and the same person are no pair', async () => {
  const engine = await fileWith({})
  expect(engine.compare('ada', 'Thora Lindqvist')?.probability).toBeLessThan(1e-6)
  expect([engine.compare('ada', 'nobody'), engine.compare('ada', 'ada'), engine.duplicatesOf('nobody')]).toEqual([
    undefined,
    undefined,
    [],
  ])
  engine.remove('again')
  expect(engine.duplicatesOf('ada')).toEqual([])
})
