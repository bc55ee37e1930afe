import fc from 'fast-check'
import { birthdayCell } from './birthday-text.js'
import { columnLetters, lastColumn, lastRow, parseCellRef } from './cell-ref.js'
import { showsDay } from './date-styles.js'
import { guardFormulaText, restoreFormulaText } from './formula-text.js'
import { daySerial, serialDay } from './serial-day.js'
import { escapeXmlText, unescapeXmlText } from './xml-text.js'

describe('a cell reference', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %d is %s', (column, letters) => expect(columnLetters(column)).toBe(letters))

  test('reads back from column letters and row', () => {
    const place = fc.record({
      column: fc.integer({ min: 1, max: lastColumn }),
      row: fc.integer({ min: 1, max: lastRow }),
    })
    fc.assert(
      fc.property(place, ({ column, row }) =>
        expect(parseCellRef(`${columnLetters(column)}${row}`)).toEqual({ column, row }),
      ),
    )
  })

  test.each(['', 'A', '1', 'a1', 'A0', 'A01', 'A1048577', 'XFE1', 'A1B', '$A$1', 'AAAAAAAAAAAAAAAA1'])(
    '%j is none',
    (ref) => expect(parseCellRef(ref)).toBeUndefined(),
  )
})

describe('a serial number', () => {
  const serials: [serial: number, epoch1904: boolean, day: string | undefined][] = [
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, undefined],
    [61, false, '1900-03-01'],
    [44_742, false, '2022-06-30'],
    [44_742.999, false, '2022-06-30'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [0, false, undefined],
    [-1, false, undefined],
    [Number.NaN, false, undefined],
    [0, true, '1904-01-01'],
    [43_280, true, '2022-06-30'],
  ]
  test.each(serials)('%d, counted from 1904: %j, is %j', (serial, epoch, day) =>
    expect(serialDay(serial, epoch)).toBe(day),
  )

  test('of a day leads back to the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60),
        (serial) => {
          expect(daySerial(serialDay(serial) ?? '')).toBe(serial)
        },
      ),
    )
  })
})

test.each([
  ['m/d/yyyy', true],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true],
  ['mmm', true],
  ['yyyy-mm-dd hh:mm', true],
  ['General', false],
  ['h:mm:ss', false],
  ['mm:ss.0', false],
  ['[h]:mm', false],
  ['0.00" days"', false],
  ['#,##0\\d', false],
  ['[Red]0', false],
  ['0;"yesterday"', false],
])('the number format %s shows a day: %j', (format, expected) => expect(showsDay(format)).toBe(expected))

describe('a text that a spreadsheet program would take for a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM', '\t=1', '\r=1', '\n=1', '＝1', "'=1"])('%j is guarded', (text) =>
    expect(guardFormulaText(text)).toBe(`'${text}`),
  )
  test.each(["O'Neil", "'t Hooft", 'a=b', '', "'"])('%j is left alone', (text) => {
    expect(guardFormulaText(text)).toBe(text)
    expect(restoreFormulaText(text)).toBe(text)
  })
  test('is restored exactly', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '@', '\t', 'a', ' ') })
    fc.assert(fc.property(text, (value) => restoreFormulaText(guardFormulaText(value)) === value))
  })
})

test('a text that looks like an escape reads back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', '5', 'F', 'a') })
  fc.assert(fc.property(text, (value) => unescapeXmlText(escapeXmlText(value)) === value))
})

test('no year leaves a birthday cell, readable or not', () => {
  const typed = fc.string({
    unit: fc.constantFrom('1', '9', '7', '5', '0', '/', '-', '.', ' ', 'S', 'e', 'p'),
    maxLength: 14,
  })
  fc.assert(
    fc.property(typed, fc.constantFrom('text' as const, 'number' as const, 'date' as const), (text, kind) => {
      const { text: shown } = birthdayCell({ text, kind })
      expect(shown.match(/\d+/g)?.filter((digits) => digits.length > 2 || Number(digits) > 31) ?? []).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
