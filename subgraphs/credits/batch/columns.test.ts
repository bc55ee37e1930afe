import fc from 'fast-check'
import { parseQuarters } from './columns.js'

describe('an amount of credit', () => {
  const amounts: [text: string, quarters: number | undefined][] = [
    ['10', 40],
    ['0.5', 2],
    ['.5', 2],
    ['1.25', 5],
    ['1.250', 5],
    ['1.', 4],
    ['0', 0],
    ['0010', 40],
    ['1.1', undefined],
    ['0.30000000000000004', undefined],
    ['1,5', undefined],
    ['1,000', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    ['½', undefined],
    ['10 credits', undefined],
    ['.', undefined],
    ['', undefined],
    ['1000000', undefined],
  ]
  test.each(amounts)('%j is %j quarters', (text, quarters) => expect(parseQuarters(text)).toBe(quarters))

  test('every number of quarters reads back from the way it is printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_999_999 }),
        (quarters) => parseQuarters(String(quarters / 4)) === quarters,
      ),
    )
  })
})
