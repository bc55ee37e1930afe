import { instant } from '../../../shared/format/days'
import { printValue } from './print-value'

const formats = [{ id: 'COURSE', label: 'Course' }]

test.each([
  [null, 'nothing'],
  [[], 'nothing'],
  [0, '0'],
  [true, 'Yes'],
  [false, 'No'],
  ['2026-03-15', 'Mar 15, 2026'],
  ['2026-11-23T07:28:01.105Z', instant('2026-11-23T07:28:01.105Z')],
  ['COURSE', 'Course'],
  [['COURSE', 'OTHER'], 'Course, OTHER'],
  [[{ __typename: 'CommercialSupport', source: 'Acme', amount: 500, currency: 'USD' }], 'Acme · 500 · USD'],
  [{ city: 'Augusta', state: null, country: 'USA' }, 'Augusta · USA'],
])('%j reads “%s”', (value, words) => {
  expect(printValue(value, formats)).toBe(words)
})
