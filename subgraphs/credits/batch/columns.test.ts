import fc from 'fast-check'
import { type CellKind, parseBirthday, parseDay, parseQuarters, printBirthday } from './columns.js'

describe('the day a cell means', () => {
  const days: [text: string, kind: CellKind, day: string | undefined][] = [
    ['6/30/2022', 'text', '2022-06-30'],
    ['06/30/2022', 'text', '2022-06-30'],
    ['06-30-2022', 'text', '2022-06-30'],
    ['2022-06-30', 'text', '2022-06-30'],
    ['2022/6/30', 'text', '2022-06-30'],
    ['2022-06-30', 'date', '2022-06-30'],
    ['2022-06-30T23:59:59-11:00', 'text', '2022-06-30'],
    ['6/30/2022 11:59:59 PM', 'text', '2022-06-30'],
    ['44742', 'number', '2022-06-30'],
    ['44742', 'text', '2022-06-30'],
    ['44742.75', 'number', '2022-06-30'],
    ['June 30, 2022', 'text', '2022-06-30'],
    ['30-Jun-2022', 'text', '2022-06-30'],
    ['2/29/2024', 'text', '2024-02-29'],
    ['2/29/2023', 'text', undefined],
    ['2/31/2024', 'text', undefined],
    ['13/1/2024', 'text', undefined],
    ['6/30/22', 'text', undefined],
    ['6/30', 'text', undefined],
    ['30.06.2022', 'text', undefined],
    ['6/30-2022', 'text', undefined],
    ['2022', 'number', undefined],
    ['0000-06-30', 'text', undefined],
    ['#N/A', 'text', undefined],
    ['', 'text', undefined],
  ]
  test.each(days)('%j as %s is %j', (text, kind, day) => expect(parseDay(text, kind)).toBe(day))
})

describe('a birthday', () => {
  const birthdays: [text: string, kind: CellKind, birthday: string | undefined][] = [
    ['09/10', 'text', '09/10'],
    ['9/10', 'text', '09/10'],
    ['09-10', 'text', '09/10'],
    ['9/10/1975', 'text', '09/10'],
    ['9/10/75', 'text', '09/10'],
    ['1975-09-10', 'text', '09/10'],
    ['1975-09-10', 'date', '09/10'],
    ['27647', 'number', '09/10'],
    ['Sep 10', 'text', '09/10'],
    ['Sept. 10, 1975', 'text', '09/10'],
    ['10 September', 'text', '09/10'],
    ['10-Sep-75', 'text', '09/10'],
    ['02/29', 'text', '02/29'],
    ['02/30', 'text', undefined],
    ['13/01', 'text', undefined],
    ['00/10', 'text', undefined],
    ['9/1975', 'text', undefined],
    ['Sep 1975', 'text', undefined],
    ['Sep', 'text', undefined],
    ['910', 'number', undefined],
    ['n/a', 'text', undefined],
  ]
  test.each(birthdays)('%j as %s is %j', (text, kind, expected) => {
    const birthday = parseBirthday(text, kind)
    expect(birthday && printBirthday(birthday)).toBe(expected)
  })
})

describe('an amount of credit', () => {
  const amounts: [text: string, quarters: number | undefined][] = [
    ['10', 40],
    ['0.5', 2],
    ['.5', 2],
    ['1.25', 5],
    ['1.250', 5],
    ['1.', 4],
    ['0', 0],
    ['0010', 40],
    ['1.1', undefined],
    ['0.30000000000000004', undefined],
    ['1,5', undefined],
    ['1,000', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['½', undefined],
    ['10 credits', undefined],
    ['.', undefined],
    ['', undefined],
    ['1000000', undefined],
  ]
  test.each(amounts)('%j is %j quarters', (text, quarters) => expect(parseQuarters(text)).toBe(quarters))

  test('every number of quarters reads back from the way it is printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_999_999 }),
        (quarters) => parseQuarters(String(quarters / 4)) === quarters,
      ),
    )
  })
})
