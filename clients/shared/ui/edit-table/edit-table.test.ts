import { isBetween, placeAfter, placesBetween } from './cell-range'
import { placePasted, readCells, writeCells } from './clipboard'

const size = { rows: 20, columns: 4 }

test.each([
  ['ArrowDown', { row: 0, column: 1 }, false, { row: 1, column: 1 }],
  ['ArrowDown', { row: 19, column: 1 }, false, { row: 19, column: 1 }],
  ['ArrowDown', { row: 3, column: 1 }, true, { row: 19, column: 1 }],
  ['ArrowLeft', { row: 3, column: 0 }, false, { row: 3, column: 0 }],
  ['ArrowRight', { row: 3, column: 0 }, true, { row: 3, column: 3 }],
  ['Home', { row: 3, column: 2 }, false, { row: 3, column: 0 }],
  ['Home', { row: 3, column: 2 }, true, { row: 0, column: 0 }],
  ['End', { row: 3, column: 2 }, true, { row: 19, column: 3 }],
  ['PageDown', { row: 3, column: 2 }, false, { row: 13, column: 2 }],
  ['PageUp', { row: 3, column: 2 }, false, { row: 0, column: 2 }],
])('%s from %o (far: %s)', (key, place, far, expected) => {
  expect(placeAfter(key, place, size, far)).toEqual(expected)
})

test('other keys do not move', () => {
  expect(placeAfter('a', { row: 0, column: 0 }, size)).toBeUndefined()
})

test('a selection is the rectangle between its corners, whichever comes first', () => {
  expect(placesBetween({ row: 2, column: 1 }, { row: 1, column: 0 })).toEqual([
    { row: 1, column: 0 },
    { row: 1, column: 1 },
    { row: 2, column: 0 },
    { row: 2, column: 1 },
  ])
  expect(isBetween({ row: 1, column: 1 }, { row: 2, column: 1 }, { row: 0, column: 0 })).toBe(true)
  expect(isBetween({ row: 3, column: 1 }, { row: 2, column: 1 }, { row: 0, column: 0 })).toBe(false)
})

test.each([
  ['12\r\n15\r\n', [['12'], ['15']]],
  [
    '12\t3\n15\t',
    [
      ['12', '3'],
      ['15', ''],
    ],
  ],
  ['one', [['one']]],
  ['', [['']]],
  ['"two\nlines"\tthe ""rest""', [['two\nlines', 'the ""rest""']]],
  ['"say ""yes"""', [['say "yes"']]],
  ['12\n\n15', [['12'], [''], ['15']]],
])('%j is read as cells', (text, cells) => {
  expect(readCells(text)).toEqual(cells)
})

test('a pasted column goes down from the cell, and not over the edge', () => {
  const corner = { row: 18, column: 1 }
  expect(placePasted([['12'], [' 15 '], ['99']], corner, corner, size)).toEqual([
    { row: 18, column: 1, text: '12' },
    { row: 19, column: 1, text: '15' },
  ])
})

test('a single pasted cell fills the selection', () => {
  expect(placePasted([['Yes']], { row: 2, column: 0 }, { row: 0, column: 0 }, size)).toHaveLength(3)
})

test('copied cells come back as they were, but for their line breaks', () => {
  expect(
    readCells(
      writeCells([
        ['a', 'b\nc'],
        ['d', ''],
      ]),
    ),
  ).toEqual([
    ['a', 'b c'],
    ['d', ''],
  ])
})
