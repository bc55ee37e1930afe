import { passingBytes } from './passing-bytes.js'

test('bytes are nobody else’s, however many are asked for and however long they are', () => {
  const lengths = Array.from(
    { length: 400 },
    (_, index) => [0, 1, 13, 8_000, 32 * 1024, 32 * 1024 + 1, 300_000][index % 7] ?? 0,
  )
  const all = lengths.map((length, index) => passingBytes(length).fill(index % 251))
  expect(all.map(({ length }) => length)).toEqual(lengths)
  expect(all.every((bytes, index) => bytes.every((byte) => byte === index % 251))).toBe(true)
})

test('short ones share memory, and long ones have their own', () => {
  const [one, other] = [passingBytes(100), passingBytes(100)]
  expect(one.buffer).toBe(other.buffer)
  expect(passingBytes(100_000).buffer.byteLength).toBe(100_000)
})
