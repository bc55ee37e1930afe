import fc from 'fast-check'
import { paginate } from './paginate.js'

const room = { first: 100, next: 150 }

test.each<[string, number[], number, number[]]>([
  ['nothing but the end', [], 50, [0]],
  ['all on one page', [30, 30], 40, [2]],
  ['the end on a page of its own', [30, 30], 41, [2, 0]],
  ['more room on the next pages', [60, 60, 90, 10], 10, [1, 2, 1]],
  ['a first row that fits only on the second page', [120], 30, [0, 1]],
])('%s', (_, heights, closing, pages) => expect(paginate(heights, room, closing)).toEqual(pages))

test('every row stands whole on some page, in order', () => {
  const heights = fc.array(fc.integer({ min: 1, max: room.next }))
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: room.next }), (rows, closing) => {
      const pages = paginate(rows, room, closing)
      let row = 0
      pages.forEach((count, page) => {
        const used = rows.slice(row, row + count).reduce((total, height) => total + height, 0)
        const last = page === pages.length - 1 ? closing : 0
        expect(used + last).toBeLessThanOrEqual(page === 0 ? room.first : room.next)
        row += count
      })
      expect(row).toBe(rows.length)
    }),
  )
})
