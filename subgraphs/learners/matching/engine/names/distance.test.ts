import fc from 'fast-check'
import { areSimilar, jaroWinkler, slipBetween } from './distance.js'

test.each([
  ['SMIHT', 'SMITH', 'DROPPED_OR_TRANSPOSED'],
  ['SMIT', 'SMITH', 'DROPPED_OR_TRANSPOSED'],
  ['SMITHH', 'SMITH', 'ONE_EDIT'],
  ['SMYTH', 'SMITH', 'ONE_EDIT'],
  ['SMITH', 'SMITH', undefined],
  ['SMYHT', 'SMITH', undefined],
  ['', 'A', 'DROPPED_OR_TRANSPOSED'],
  ['AB', 'BA', 'DROPPED_OR_TRANSPOSED'],
  ['ABC', 'CBA', undefined],
])('“%s” for “%s” is %s', (typed, meant, slip) => expect(slipBetween(typed, meant)).toBe(slip))

/** The distance of the textbook: letters left out, added, replaced, or exchanged with the next one. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      const isExchange = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      ;(rows[i] as number[])[j] = isExchange ? Math.min(best, at(i - 2, j - 2) + 1) : best
    }
  }
  return at(one.length, other.length)
}

const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 6 })

test('a slip is a distance of one, whatever the words', () => {
  fc.assert(
    fc.property(
      word,
      word,
      (typed, meant) => (slipBetween(typed, meant) !== undefined) === (distance(typed, meant) === 1),
    ),
  )
})

test.each([
  ['MARTHA', 'MARHTA', 0.961],
  ['DIXON', 'DICKSONX', 0.813],
  ['DWAYNE', 'DUANE', 0.84],
  ['ABC', 'XYZ', 0],
  ['ABC', 'ABC', 1],
  ['', 'ABC', 0],
])('“%s” and “%s” are similar by %f', (one, other, similarity) =>
  expect(jaroWinkler(one, other)).toBeCloseTo(similarity, 3),
)

test('similarity does not depend on the order of the words', () => {
  fc.assert(
    fc.property(word, word, (one, other) => expect(jaroWinkler(one, other)).toBeCloseTo(jaroWinkler(other, one), 12)),
  )
})

test('whoever has too few letters in common is not similar, whatever the words', () => {
  const least = fc.constantFrom(0.5, 0.7, 0.9, 1)
  fc.assert(
    fc.property(
      word,
      word,
      least,
      (one, other, share) => areSimilar(one, other, share) === jaroWinkler(one, other) >= share,
    ),
  )
})
