import { changed, readFind, toggled, withoutFilters } from './find-params'

test('the address says what is asked for', () => {
  const search = new URLSearchParams(
    'q=heart+failure&sort=CREDITS&format=COURSE&format=RSS&board=ABIM&mips=YES&from=2026-07-01&min=0.5&provider=0000001',
  )
  expect(readFind(search)).toEqual({
    text: 'heart failure',
    sort: 'CREDITS',
    filter: {
      formats: ['COURSE', 'RSS'],
      certifyingBoards: ['ABIM'],
      providerIds: ['0000001'],
      mips: true,
      from: '2026-07-01',
      minCredits: 0.5,
    },
  })
})

test.each([
  'format=PARTY',
  'from=tomorrow',
  'from=2026-02-30',
  'min=a',
  'min=0.3',
  'max=-1',
  'max=1e9',
  'mips=maybe',
  'q=+',
  'sort=PRICE',
])('%s is left out', (search) => {
  expect(readFind(new URLSearchParams(search))).toEqual({ text: null, sort: 'RELEVANCE', filter: {} })
})

test('a value is put in once and taken out alone', () => {
  const both = toggled(toggled(new URLSearchParams('state=ME'), 'STATE', 'NH', true), 'STATE', 'NH', true)
  expect(both.getAll('state')).toEqual(['ME', 'NH'])
  expect(toggled(both, 'STATE', 'ME', false).toString()).toBe('state=NH')
})

test('filters go, text and order stay', () => {
  const search = changed(new URLSearchParams('q=gout&sort=CREDITS&from=2026-07-01&state=ME'), { from: undefined })
  expect(search.has('from')).toBe(false)
  expect(withoutFilters(search).toString()).toBe('q=gout&sort=CREDITS')
})
