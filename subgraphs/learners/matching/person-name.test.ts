import fc from 'fast-check'
import { parseFamilyName, parseGivenName } from './person-name.js'

test.each([
  ['Robert', 'ROBERT', '', undefined],
  ['Robert James', 'ROBERT', 'JAMES', undefined],
  ['Robert J.', 'ROBERT', 'J', undefined],
  ['Robert J. P.', 'ROBERT', 'JP', undefined],
  ['J.Robert', 'J', 'ROBERT', undefined],
  ['Mary-Ann', 'MARYANN', '', undefined],
  ['Dr. Robert', 'ROBERT', '', undefined],
  ['Dr', 'DR', '', undefined],
  ['Robert (Bob)', 'ROBERT', '', undefined],
  ['Robert "Bob" James', 'ROBERT', 'JAMES', undefined],
  ["Robert 'Bob'", 'ROBERT', '', undefined],
  ["D'Angelo", 'DANGELO', '', undefined],
  ['(Bob)', 'BOB', '', undefined],
  ['Robert Jr.', 'ROBERT', '', 'JR'],
  ['Robert V', 'ROBERT', 'V', undefined],
  ['Robert, MD', 'ROBERT', '', undefined],
  ['Md Karim', 'MD', 'KARIM', undefined],
  ['N/A', '', '', undefined],
  ['', '', '', undefined],
])('I05 the first-name cell “%s”', (cell, first, middle, suffix) =>
  expect(parseGivenName(cell)).toEqual({ key: first + middle, first, middle, suffix }),
)

test.each([
  ['Smith', 'SMITH', [], undefined],
  ['O’Brien', 'OBRIEN', [], undefined],
  ['O Brien', 'OBRIEN', [], undefined],
  ['Mc Donald', 'MCDONALD', [], undefined],
  ['St. John', 'STJOHN', [], undefined],
  ['de la Cruz', 'DELACRUZ', [], undefined],
  ['van der Berg', 'VANDERBERG', [], undefined],
  ['Al-Hassan', 'ALHASSAN', [], undefined],
  ['Smith-Jones', 'SMITHJONES', ['SMITH', 'JONES'], undefined],
  ['Smith–Jones', 'SMITHJONES', ['SMITH', 'JONES'], undefined],
  ['Smith Jones', 'SMITHJONES', ['SMITH', 'JONES'], undefined],
  ['García y López', 'GARCIALOPEZ', ['GARCIA', 'LOPEZ'], undefined],
  ['Garcia de la Cruz', 'GARCIADELACRUZ', ['GARCIA', 'DELACRUZ'], undefined],
  ['Smith Jr', 'SMITH', [], 'JR'],
  ['Smith, Jr., MD, FACP', 'SMITH', [], 'JR'],
  ['Smith III', 'SMITH', [], 'III'],
  ['Smith 3rd', 'SMITH', [], 'III'],
  ['Smith-Jones Sr. M.D.', 'SMITHJONES', ['SMITH', 'JONES'], 'SR'],
  ['Smith, MD/PhD', 'SMITH', [], undefined],
  ['Smith M.D.', 'SMITH', [], undefined],
  ['Do', 'DO', [], undefined],
  ['Nguyen Do', 'NGUYENDO', ['NGUYEN', 'DO'], undefined],
  ['Nguyen DO', 'NGUYEN', [], undefined],
  ['Nguyen, Do', 'NGUYEN', [], undefined],
  ['Junior', 'JUNIOR', [], undefined],
  ['Smith (Jones)', 'SMITH', [], undefined],
  ['LÃ\u00a0zaro-Ruiz', 'LAZARORUIZ', ['LAZARO', 'RUIZ'], undefined],
  ['Jr.', 'JR', [], undefined],
  ['unknown', '', [], undefined],
])('the last-name cell “%s”', (cell, key, parts, suffix) => {
  const name = parseFamilyName(cell)
  expect(name).toMatchObject({ key, suffix })
  expect(name.parts.map((part) => part.key)).toEqual(parts)
})

test.each([
  ['van der Berg', 'BERG'],
  ['de la Cruz', 'CRUZ'],
  ['O’Brien', undefined],
  ['Smith-Jones', undefined],
  ['Lo', undefined],
])('without particles “%s” is %s', (cell, core) => expect(parseFamilyName(cell).core).toBe(core))

test('halves keep the spelling they had', () => {
  expect(parseFamilyName('García y de la Cruz').parts.map(({ name }) => name)).toEqual(['García', 'de la Cruz'])
})

test('whatever is typed is read, as far as anybody writes a name', () => {
  for (const unit of ['a', 'a-', '(', '"', ' ,', '\u0301', '😀', '\u202e', 'ﷺ', '\ud800', 'de ', 'MD ', "' "]) {
    const cell = unit.repeat(10_000 / unit.length)
    const beginning = cell.slice(0, 1_000)
    expect([parseFamilyName(cell).key, parseGivenName(cell).key]).toEqual([
      parseFamilyName(beginning).key,
      parseGivenName(beginning).key,
    ])
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseFamilyName(text).key).not.toMatch(/[\s\d\p{M}\p{P}]/u)
      expect(parseGivenName(text).key).not.toMatch(/[\s\d\p{M}\p{P}]/u)
    }),
  )
})
