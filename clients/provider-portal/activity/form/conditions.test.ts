import { holds, isFilled, valueAt } from './conditions'

const facts = {
  accreditationType: 'ACCME',
  activityFormat: 'COURSE',
  deliveryMethods: ['LIVE_STREAMED', 'IN_PERSON'],
  otherCredits: [{ category: 'PHARMACY', amount: 1 }],
  mocRegistrations: [{ boardCode: 'ABIM' }],
  isMips: false,
  rems: { __typename: 'Rems', type: null, identifier: null },
  displayInPassport: true,
  fee: null,
}

test.each([
  ['nothing is asked', [], true],
  ['a value that fits', [{ field: 'activityFormat', isOneOf: ['COURSE', 'RSS'] }], true],
  ['a value that does not', [{ field: 'activityFormat', isOneOf: ['ENDURING'] }], false],
  ['one entry of a list', [{ field: 'deliveryMethods', isOneOf: ['IN_PERSON'] }], true],
  ['one credit of several', [{ field: 'otherCredits', isOneOf: ['PHARMACY'] }], true],
  ['one board of several', [{ field: 'mocRegistrations', isOneOf: ['ABA', 'ABIM'] }], true],
  ['a yes', [{ field: 'displayInPassport', isOneOf: ['true'] }], true],
  ['a no where a yes is asked', [{ field: 'isMips', isOneOf: ['true'] }], false],
  ['an object that is blank', [{ field: 'rems', isOneOf: ['true'] }], false],
  ['what is not answered', [{ field: 'fee', isOneOf: ['YES'] }], false],
  [
    'two conditions of which one fails',
    [
      { field: 'accreditationType', isOneOf: ['ACCME'] },
      { field: 'isMips', isOneOf: ['true'] },
    ],
    false,
  ],
])('%s', (_, conditions, expected) => {
  expect(holds(conditions, facts)).toBe(expected)
})

test.each([
  [0, true],
  [false, true],
  ['', false],
  [[], false],
  [null, false],
  [{ city: null, state: '' }, false],
  [{ city: 'Augusta', state: null }, true],
])('%j is filled in: %s', (value, expected) => {
  expect(isFilled(value)).toBe(expected)
})

test('a path leads into a part, and nowhere where there is none', () => {
  expect(valueAt({ location: { city: 'Augusta' } }, 'location.city')).toBe('Augusta')
  expect(valueAt({ location: null }, 'location.city')).toBeUndefined()
})
