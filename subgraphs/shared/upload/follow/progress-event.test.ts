import { BatchState } from '../upload-enums.js'
import { cursorOf, eventOf, isOver, printEvent, type Standing } from './progress-event.js'

const standing = (changes: Partial<Standing> = {}): Standing => ({
  batchId: 'b',
  state: BatchState.APPLYING,
  totalRows: 1_000,
  appliedRows: 400,
  counts: { accepted: 400 },
  ...changes,
})

test.each<[string, Partial<Standing>, [atMs: number, appliedRows: number][], number | null, number | null]>([
  ['no sample', {}, [], null, null],
  ['one sample', {}, [[0, 400]], null, null],
  [
    '200 rows in two seconds',
    {},
    [
      [0, 200],
      [2_000, 400],
    ],
    100,
    6,
  ],
  [
    'only the last samples count',
    {},
    [
      [10_000, 300],
      [10_500, 400],
    ],
    200,
    3,
  ],
  [
    'standing still',
    {},
    [
      [0, 400],
      [5_000, 400],
    ],
    null,
    null,
  ],
  [
    'slower than a row a second',
    { appliedRows: 1 },
    [
      [0, 0],
      [10_000, 1],
    ],
    1,
    9_990,
  ],
  [
    'before the rows are counted',
    { totalRows: null, appliedRows: 0 },
    [
      [0, 0],
      [500, 0],
    ],
    null,
    null,
  ],
  [
    'at the end',
    { state: BatchState.DONE, appliedRows: 1_000 },
    [
      [0, 0],
      [1_000, 1_000],
    ],
    1_000,
    null,
  ],
])('of %s', (_what, changes, samples, rowsPerSecond, secondsLeft) => {
  const event = eventOf(
    standing(changes),
    samples.map(([atMs, appliedRows]) => ({ atMs, appliedRows })),
  )
  expect([event.rowsPerSecond, event.secondsLeft]).toEqual([rowsPerSecond, secondsLeft])
})

test('a cursor is the same wherever it is told, and another one as soon as something has changed', () => {
  expect(cursorOf(standing())).toBe(cursorOf(standing({ counts: {} })))
  const others = [{ appliedRows: 401 }, { state: BatchState.DONE }, { totalRows: 1_001 }]
  for (const changes of others) expect(cursorOf(standing(changes))).not.toBe(cursorOf(standing()))
})

test.each([
  [BatchState.RECEIVING, false],
  [BatchState.STORED, false],
  [BatchState.READING, false],
  [BatchState.APPLYING, false],
  [BatchState.DONE, true],
  [BatchState.REFUSED, true],
  [BatchState.CANCELLED, true],
])('%s is over: %s', (state, over) => {
  expect(isOver({ state })).toBe(over)
})

test('an event is one block of lines with its id', () => {
  const lines = printEvent(eventOf(standing(), [])).split('\n')
  expect(lines.slice(0, 2)).toEqual(['id: 3-1000-400', 'event: progress'])
  expect(JSON.parse(lines[2]?.slice('data: '.length) ?? '')).toMatchObject({ appliedRows: 400, secondsLeft: null })
  expect(lines.slice(3)).toEqual(['', ''])
})
