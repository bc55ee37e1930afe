import fc from 'fast-check'
import { isBlankName, middleKey, nameKey, numberKey, suffixKey } from './normalise.js'

test.each([
  ['O’Brien', 'OBRIEN'],
  ["O'Brien", 'OBRIEN'],
  ['Muñoz', 'MUNOZ'],
  ['Mun\u0303oz', 'MUNOZ'],
  ['MuÃ±oz', 'MUNOZ'],
  ['Ã±é', 'AE'],
  ['Müller-Straße', 'MULLERSTRASSE'],
  ['Sørensen', 'SORENSEN'],
  ['Wałęsa', 'WALESA'],
  ['Æthelred', 'AETHELRED'],
  ['Đặng', 'DANG'],
  ['İlkay', 'ILKAY'],
  ['ＳＭＩＴＨ', 'SMITH'],
  ['ﬁeld', 'FIELD'],
  [' de  la Cruz ', 'DELACRUZ'],
  ['J. R.', 'JR'],
  ['Smith👩‍⚕️', 'SMITH'],
  ['عمر', 'عمر'],
  ['\u202eSmith\u202c', 'SMITH'],
  ['Smith\u0000', 'SMITH'],
  ['😀', ''],
  ['12', ''],
])('I03 the key of the name “%s” is “%s”', (name, key) => expect(nameKey(name)).toBe(key))

test.each([
  ['MD23456', 'MD23456'],
  ['md 23-456', 'MD23456'],
  ['MD023456', 'MD23456'],
  ['MD.023456', 'MD23456'],
  ['0018765', '18765'],
  ['18765.0', '18765'],
  ['25MA01234500', '25MA1234500'],
  ['A-100', 'A100'],
  ['A100', 'A100'],
  ['A0100', 'A100'],
  ['100.0', '100'],
  ['NA', ''],
  ['２３４', '234'],
  ['N/A', ''],
  ['none', ''],
  ['000', ''],
  ['', ''],
])('I07 the key of the number “%s” is “%s”', (number, key) => expect(numberKey(number)).toBe(key))

test.each([
  ['Ann', 'ANN'],
  ['j.', 'J'],
  ['Mary-Ann', 'MARYANN'],
  ['None', ''],
  ['na', ''],
  ['no middle name', ''],
  ['unknown', ''],
  ['XX', ''],
])('I04 the key of the middle name “%s” is “%s”', (name, key) => expect(middleKey(name)).toBe(key))

test.each([
  ['Jr.', 'JR'],
  ['junior', 'JR'],
  ['SR', 'SR'],
  ['2nd', 'II'],
  ['iii', 'III'],
  ['IV', 'IV'],
  ['MD', undefined],
  ['', undefined],
  ['constructor', undefined],
])('I04 the normal form of the suffix “%s” is %s', (text, key) => expect(suffixKey(text)).toBe(key))

test.each(['N/A', 'n/a', 'Unknown', 'TEST', 'xxx', '', '  ', '-', '?', '😀'])('“%s” is a name left empty', (text) =>
  expect(isBlankName(text)).toBe(true),
)
test.each(['Na', 'Null', 'Testa', 'Xu'])('“%s” is a name', (text) => expect(isBlankName(text)).toBe(false))

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 190 }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(nameKey(nameKey(text))))
      expect(numberKey(numberKey(text))).toBe(numberKey(text))
    }),
  )
})
