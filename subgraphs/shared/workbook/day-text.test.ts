import type { CellKind } from './cell.js'
import { parseBirthday, parseDay, printBirthday } from './day-text.js'

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

test.each([1900, 2000, 2023, 2024, 2100])('the days of %d are those of the calendar', (year) => {
  for (let month = 0; month <= 13; month += 1) {
    for (let day = 0; day <= 32; day += 1) {
      const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
      const date = new Date(Date.UTC(year, month - 1, day))
      const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      expect([text, parseDay(text, 'text')]).toEqual([text, isDay ? text : undefined])
    }
  }
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
