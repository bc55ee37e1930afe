import fc from 'fast-check'
import { PersonIds } from './person-ids.js'

test('ids of any kind are told and found as they were put', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.oneof(
          fc.uuid(),
          fc.string(),
          fc.uuid().map((id) => id.toUpperCase()),
        ),
      ),
      (ids) => {
        const table = new PersonIds(0)
        const known = ids.filter((id) => id !== '')
        for (const id of known) table.add(id)
        known.forEach((id, row) => {
          expect([table.of(row), table.first(id), table.after(row, id)]).toEqual([id, row, -1])
        })
      },
    ),
  )
})

test('the rows of one id are found from the latest to the first', () => {
  const table = new PersonIds(0)
  for (const id of ['one', 'other', 'one']) table.add(id)
  expect([table.first('one'), table.after(2, 'one'), table.after(0, 'one')]).toEqual([2, 0, -1])
})

test('ids are compared as their texts are, whatever their kind', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(fc.uuid(), fc.string({ minLength: 1 }))), (ids) => {
      const table = new PersonIds(0)
      for (const id of ids) table.add(id)
      const rows = [...ids.keys()].sort((one, other) => table.compare(one, other))
      expect(rows.map((row) => ids[row])).toEqual(ids.toSorted())
    }),
  )
})
