import { barsOf } from './use-data'

const now = new Date('2026-11-20T12:00:00Z')
const used = (name: string, day: string, calls: number, failures = 0) => ({ name, day, calls, failures, meanMs: 5 })

test('every day has a bar, with the calls of all operations and how many failed', () => {
  const use = [used('Me', '2026-11-20', 3, 1), used('Batches', '2026-11-20', 2), used('Me', '2026-11-18', 7)]
  expect(barsOf(use, 3, now)).toEqual([
    { name: 'Nov 18, 2026', value: 7, note: '0 failures' },
    { name: 'Nov 19, 2026', value: 0, note: '0 failures' },
    { name: 'Nov 20, 2026', value: 5, note: '1 failure' },
  ])
})

test('what is older than the days that are asked for is left out', () => {
  expect(barsOf([used('Me', '2026-11-01', 9)], 2, now).map(({ value }) => value)).toEqual([0, 0])
})
