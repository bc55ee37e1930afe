import { type Random, randomStream } from './random.js'
import { uuidAt } from './uuid.js'
import { Weighted } from './weighted.js'

const take = (random: Random, count: number) => Array.from({ length: count }, () => random.next())
const aRandom = () => randomStream(1, 'test')(0)

test('the same seed, purpose and place give the same numbers; any other gives others', () => {
  const numbers = take(randomStream(1, 'names')(5), 8)
  expect(take(randomStream(1, 'names')(5), 8)).toEqual(numbers)
  const others = [randomStream(2, 'names')(5), randomStream(1, 'licenses')(5), randomStream(1, 'names')(6)]
  for (const other of others) expect(take(other, 8).some((number) => numbers.includes(number))).toBe(false)
})

test('the numbers are the ones they have always been', () => {
  expect(take(randomStream(1, 'names')(0), 4)).toMatchInlineSnapshot(`
[
  2221821514,
  514743768,
  1950528907,
  3806992339,
]
`)
})

test('first numbers of neighbouring places spread evenly', () => {
  const stream = randomStream(42, 'spread')
  const buckets = new Array(10).fill(0)
  for (let place = 0; place < 20_000; place += 1) buckets[stream(place).below(10)] += 1
  for (const count of buckets) expect(Math.abs(count - 2_000)).toBeLessThan(200)
})

test('both ends of a range come up, and nothing outside', () => {
  const random = aRandom()
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(-2, 3)))
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
})

test('waiting times and sizes have the middle that was asked for', () => {
  const random = aRandom()
  const waits = Array.from({ length: 20_000 }, () => random.exponential(8))
  const sizes = Array.from({ length: 20_001 }, () => random.logNormal(3, 0.8)).sort((a, b) => a - b)
  expect(waits.reduce((sum, wait) => sum + wait) / waits.length).toBeCloseTo(8, 0)
  expect(sizes[10_000]).toBeCloseTo(3, 0)
})

test('things come up as often as their weights say', () => {
  const things = new Weighted<string | undefined>([
    ['often', 8],
    ['never', 0],
    [undefined, 2],
  ])
  const random = aRandom()
  const drawn = Array.from({ length: 5_000 }, () => things.draw(random))
  expect(drawn.filter((thing) => thing === 'often').length / 5_000).toBeCloseTo(0.8, 1)
  expect(new Set(drawn)).toEqual(new Set(['often', undefined]))
})

test('nothing is drawn or picked from nothing', () => {
  expect(() => new Weighted().draw(aRandom())).toThrow('nothing has a weight')
  expect(() => aRandom().pick([])).toThrow('empty list')
})

test('ids are of version 7 and sort by the instant they begin with', () => {
  const random = aRandom()
  const ids = [1, 2, 65_535, 65_536, 1_800_000_000_000].map((instant) => uuidAt(instant, random))
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.at(-1)?.slice(0, 13)).toBe('01a3185c-5000')
})
