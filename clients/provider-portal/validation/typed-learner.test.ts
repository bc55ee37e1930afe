import {
  inputOf,
  isBegun,
  learnerAfter,
  missingFrom,
  nameOf,
  noLearner,
  stateOf,
  type TypedLearner,
  tidied,
} from './typed-learner'

const dee = { ...noLearner, givenName: ' Deirdre ', familyName: 'Marchetti', birthday: 'Sep 10', licensingState: 'me' }

test.each<[string, Partial<TypedLearner>, string[]]>([
  ['enough', {}, []],
  ['no first name', { givenName: '  ' }, ['first name']],
  ['a birthday that is none', { birthday: '02/30' }, ['month and day of birth']],
  ['neither state nor board', { licensingState: '' }, ['state of licensure']],
  ['a state that is none', { licensingState: 'Atlantis' }, ['state of licensure']],
  ['a board in place of a state', { licensingState: '', board: 'ABIM', boardId: '1' }, []],
  ['a board without its number', { board: 'abim' }, ['board ID']],
  ['ABS without its number', { board: 'abs' }, []],
  ['a number without its board', { boardId: '219876' }, ['certifying board']],
])('%s', (_, part, names) => {
  const learner = { ...dee, ...part }
  expect(missingFrom(learner).map(({ name }) => name)).toEqual(names)
  expect(inputOf(learner) === undefined).toBe(names.length > 0)
})

test('what is typed is sent without spaces around it, the state as its code and no year', () => {
  expect(inputOf({ ...dee, birthday: '9/10/1975', licenseOrNpi: ' MD23456 ' })).toEqual({
    givenName: 'Deirdre',
    familyName: 'Marchetti',
    birthMonth: 9,
    birthDay: 10,
    licensingState: 'ME',
    licenseOrNpi: 'MD23456',
  })
})

test.each([
  ['ME', 'ME'],
  [' maine ', 'ME'],
  ['Maine (ME)', 'ME'],
  ['new  hampshire', 'NH'],
  ['Guam', 'GU'],
  ['M', undefined],
  ['', undefined],
])('%j is the state %s', (text, code) => expect(stateOf(text)).toBe(code))

test('a birthday is kept in figures and without its year, and what is none as it stands', () => {
  const kept = ['Sep 10, 1975', '9/10', '13/45'].map((birthday) => tidied({ ...dee, birthday }).birthday)
  expect(kept).toEqual(['09/10', '09/10', '13/45'])
})

test('only the state stays for the next learner, and alone it begins none', () => {
  expect(learnerAfter(dee)).toEqual({ ...noLearner, licensingState: 'me' })
  expect([isBegun(learnerAfter(dee)), isBegun(dee)]).toEqual([false, true])
})

test('a name is written as far as it is known', () => {
  expect([nameOf(dee), nameOf({ ...dee, middleName: 'Anne' }), nameOf(noLearner)]).toEqual([
    'Deirdre Marchetti',
    'Deirdre Anne Marchetti',
    'No name',
  ])
})
