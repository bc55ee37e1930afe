import { boardIdKey, learnerKeys, licenseKey } from './keys.js'
import { licenseKeysOf } from './license-prefixes.js'

test('a physician is found by whole name, halves and former names', () => {
  expect(
    learnerKeys({
      givenName: 'Mary Ann',
      middleName: 'Élise',
      familyName: 'Smith-O’Neil',
      formerNames: ['Jones', 'de la Cruz', 'JONES'],
    }),
  ).toEqual({
    givenKey: 'MARYANN',
    middleKey: 'ELISE',
    familyNames: [
      { familyKey: 'SMITHONEIL', kind: 'CURRENT', name: 'Smith-O’Neil' },
      { familyKey: 'SMITH', kind: 'PART', name: 'Smith' },
      { familyKey: 'ONEIL', kind: 'PART', name: 'O’Neil' },
      { familyKey: 'JONES', kind: 'FORMER', name: 'JONES' },
      { familyKey: 'DELACRUZ', kind: 'FORMER', name: 'de la Cruz' },
    ],
  })
})

test('without a middle name there is no key of one', () => {
  expect(learnerKeys({ givenName: 'Bo', middleName: null, familyName: 'Ek' })).toEqual({
    givenKey: 'BO',
    middleKey: null,
    familyNames: [{ familyKey: 'EK', kind: 'CURRENT', name: 'Ek' }],
  })
})

test('numbers and ids have the same form of key', () => {
  expect([licenseKey('MD 023456'), boardIdKey('0-219876')]).toEqual(['MD23456', '219876'])
})

test.each([
  ['ME', 'MD23456', ['MD23456', '23456']],
  ['ME', '23456', ['23456', 'DO23456', 'MD23456']],
  ['ME', 'MEMD23456', ['MEMD23456', 'MD23456', '23456']],
  ['IL', 'IL36052821', ['IL36052821', '36052821']],
  ['PA', '262256L', ['262256L', 'OS262256L', 'MD262256L']],
  ['ME', 'MD', []],
  ['ME', 'XY23456', ['XY23456']],
  ['CA', 'A123456', ['A123456', '123456']],
  ['NH', '18765', ['18765']],
  ['NH', 'MD18765', ['MD18765']],
  ['ME', '', []],
])('in %s the number %s may stand on file as %j', (state, key, keys) => expect(licenseKeysOf(state, key)).toEqual(keys))
