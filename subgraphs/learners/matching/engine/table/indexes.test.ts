import fc from 'fast-check'
import { Aliases } from './aliases.js'
import { ChainIndex } from './chain-index.js'
import { Shelf } from './shelf.js'

/** Everything that a list hands out, one after the other. */
function all(first: number, next: (place: number) => number): number[] {
  const found: number[] = []
  for (let place = first; place >= 0; place = next(place)) found.push(place)
  return found
}
const few = fc.integer({ min: 0, max: 5 })

test('a chain index finds the rows of each hash, the latest first, however far it has grown', () => {
  fc.assert(
    fc.property(fc.array(few, { maxLength: 200 }), (hashes) => {
      const index = new ChainIndex(0)
      hashes.forEach((hash, row) => {
        index.add(row, hash * 1024)
      })
      for (const hash of new Set(hashes)) {
        const expected = hashes.flatMap((each, row) => (each === hash ? [row] : [])).toReversed()
        expect(all(index.first(hash * 1024), (row) => index.after(row))).toEqual(expected)
      }
      expect(index.first(7)).toBe(-1)
    }),
  )
})

test('a shelf finds every item of a key, and only those', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(few, few), { maxLength: 200 }), (pairs) => {
      const shelf = new Shelf(0)
      for (const [hash, item] of pairs) shelf.add(hash * 1024, item)
      for (const hash of [0, 1, 2, 3, 4, 5]) {
        const items = all(shelf.first(hash * 1024), (spot) => shelf.after(spot)).map((spot) => shelf.itemAt(spot))
        expect(items.sort()).toEqual(pairs.flatMap(([each, item]) => (each === hash ? [item] : [])).sort())
      }
    }),
  )
})

test('aliases are found by name alone, by day and by first name', () => {
  const alias = fc.record({ name: few, kind: fc.integer({ min: 0, max: 2 }), first: few, day: few })
  fc.assert(
    fc.property(fc.array(alias, { maxLength: 100 }), few, few, (rows, name, other) => {
      const aliases = new Aliases(0)
      rows.forEach((row, owner) => {
        aliases.add(row.name, row.kind, owner, row.first, row.day)
      })
      const ownersOf = (places: number[]) => places.map((place) => aliases.owner(place))
      const expected = (fits: (row: (typeof rows)[number]) => boolean) =>
        rows.flatMap((row, owner) => (fits(row) ? [owner] : [])).toReversed()
      expect(ownersOf(all(aliases.latestOf(name), (place) => aliases.before(place)))).toEqual(
        expected((row) => row.name === name),
      )
      expect(ownersOf(all(aliases.firstBorn(name, other), (place) => aliases.nextBorn(place)))).toEqual(
        expected((row) => row.name === name && row.day === other),
      )
      expect(ownersOf(all(aliases.firstNamed(name, other), (place) => aliases.nextNamed(place)))).toEqual(
        expected((row) => row.name === name && row.first === other),
      )
      rows.forEach((row, place) => {
        expect([aliases.name(place), aliases.kind(place), aliases.first(place), aliases.day(place)]).toEqual([
          row.name,
          row.kind,
          row.first,
          row.day,
        ])
      })
    }),
  )
})
