import { paceOf, type Sample, withSample } from './pace'

const samples = (...taken: [atMs: number, appliedRows: number][]): Sample[] =>
  taken.map(([atMs, appliedRows]) => ({ atMs, appliedRows }))

test.each<[string, Sample[], number | null, number | null, number | null]>([
  ['no sample', [], 1_000, null, null],
  ['one sample', samples([0, 400]), 1_000, null, null],
  ['200 rows in two seconds', samples([0, 200], [2_000, 400]), 1_000, 100, 6],
  ['standing still', samples([0, 400], [5_000, 400]), 1_000, null, null],
  ['slower than a row a second', samples([0, 0], [10_000, 1]), 1_000, 1, 9_990],
  ['before the rows are counted', samples([0, 0], [1_000, 10]), null, 10, null],
  ['at the end', samples([0, 0], [1_000, 1_000]), 1_000, 1_000, 0],
])('of %s', (_, taken, totalRows, rowsPerSecond, secondsLeft) => {
  expect(paceOf(taken, totalRows)).toEqual({ rowsPerSecond, secondsLeft })
})

test('only the last samples count', () => {
  let taken: Sample[] = []
  for (let second = 0; second < 30; second += 1)
    taken = withSample(taken, { atMs: second * 1_000, appliedRows: second < 20 ? second : 100 * second })
  expect(taken).toHaveLength(12)
  expect(taken[0]?.atMs).toBe(18_000)
})
