import { Columns, type SearchRow } from './columns.js'
import { SearchSort } from './place.js'
import { tally, type Wanted } from './tally.js'

const row = (slot: number, tags: string[], more: Partial<SearchRow> = {}): SearchRow => ({
  slot,
  activityId: String(300_000_000 + slot),
  isListed: true,
  startsOn: 100 + slot,
  endsOn: 1_000,
  creditQuarters: 4,
  titleLength: 3,
  tags,
  ...more,
})

function columnsOf(rows: readonly SearchRow[]): Columns {
  const columns = new Columns()
  for (const each of rows) columns.put(each)
  return columns
}

const look = (columns: Columns, wanted: Partial<Wanted> = {}) =>
  tally(columns, { today: 100, groups: [], sort: SearchSort.START_DATE, sortDay: 100, first: 10, ...wanted })

const countOf = (columns: Columns, wanted: Partial<Wanted>, tag: string) =>
  look(columns, wanted).counts[columns.numberOf(tag) ?? -1]

test('a row that is put again replaces what was known, thousands of times over', () => {
  const columns = new Columns()
  for (let round = 0; round < 50; round += 1)
    for (let slot = 0; slot < 100; slot += 1) columns.put(row(slot, [`FORMAT:${round}`, `FEE:${slot % 2}`, 'STATE:ME']))
  expect(look(columns).total).toBe(100)
  expect([countOf(columns, {}, 'FORMAT:49'), countOf(columns, {}, 'FORMAT:48'), countOf(columns, {}, 'FEE:1')]).toEqual(
    [100, 0, 50],
  )
  // What is replaced leaves no more behind than there is room for.
  expect(columns.tags.length).toBeLessThan(10_000)
})

test('slots may come in any order, with gaps', () => {
  const columns = columnsOf([row(5_000, ['A:1']), row(3, ['A:1']), row(4_999, ['A:2'])])
  expect(look(columns).places.map(({ slot }) => slot)).toEqual([3, 4_999, 5_000])
})

test('all groups have to fit, and the one that does not is counted for its own facet', () => {
  const columns = columnsOf([
    row(0, ['A:1', 'B:1', 'C:1']),
    row(1, ['A:1', 'B:2', 'C:1']),
    row(2, ['A:2', 'B:2', 'C:1']),
  ])
  const groups = [
    { facet: 'A', tags: ['A:1'] },
    { facet: 'B', tags: ['B:1'] },
  ]
  expect(look(columns, { groups }).total).toBe(1)
  expect(countOf(columns, { groups }, 'B:2')).toBe(1)
  expect(countOf(columns, { groups }, 'A:2')).toBe(0)
  expect(countOf(columns, { groups }, 'C:1')).toBe(1)
})

test('a value that nothing has finds nothing, and its facet is counted all the same', () => {
  const columns = columnsOf([row(0, ['A:1'])])
  const groups = [{ facet: 'A', tags: ['A:unheard'] }]
  expect(look(columns, { groups }).total).toBe(0)
  expect(countOf(columns, { groups }, 'A:1')).toBe(1)
})

test('the first places are right however many are offered, in whichever order', () => {
  const rows = Array.from({ length: 10_000 }, (_, slot) => row(slot, [], { startsOn: 100 + ((slot * 7_919) % 10_000) }))
  const ascending = rows.toSorted((one, other) => one.startsOn - other.startsOn)
  for (const order of [rows, ascending, ascending.toReversed()]) {
    const columns = columnsOf(order.map((each, slot) => ({ ...each, slot })))
    expect(look(columns).places.map(({ distance }) => distance)).toEqual(Array.from({ length: 11 }, (_, n) => n))
  }
})

test('slots of a text that the columns do not know yet are left out', () => {
  const text = { slots: Int32Array.of(0, 77), inTitle: Int32Array.of(77) }
  expect(look(columnsOf([row(0, [])]), { text }).total).toBe(1)
})
