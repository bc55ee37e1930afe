import { hashOf } from './hash.js'
import { PairCounts } from './pair-counts.js'

test('pairs are counted apart, also those of one hash, however often the table has grown (I14)', () => {
  const pairs = Array.from({ length: 200_000 }, (_, n) => [(n * 7_919) % 1_000_003, (n * 104_729) % 50_021] as const)
  const hashes = new Set(pairs.map(([family, first]) => hashOf(family, first)))
  expect(hashes.size).toBeLessThan(pairs.length)

  const counts = new PairCounts(16)
  for (const [family, first] of pairs) counts.count(family, first, 1)
  expect(pairs.filter(([family, first]) => counts.of(family, first) !== 1)).toEqual([])
  for (const [family, first] of pairs) if (family % 2) counts.count(family, first, -1)
  expect(pairs.filter(([family, first]) => counts.of(family, first) !== (family % 2 ? 0 : 1))).toEqual([])
  expect(counts.of(1_000_004, 3)).toBe(0)
})

test('without a name nothing is counted', () => {
  const counts = new PairCounts(16)
  counts.count(-1, 4, 1)
  counts.count(4, -1, 1)
  expect(counts.of(4, 4)).toBe(0)
})
