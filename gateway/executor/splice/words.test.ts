import fc from 'fast-check'
import { CopiedBytes } from './copied-bytes.js'
import { Tape } from './tape.js'
import { standsAt, Words } from './words.js'

const letters = fc.string({ unit: 'grapheme', maxLength: 40 })
const wordsOf = (text: string) => new Words(Buffer.from(text))

test('a text stands where all of its bytes stand', () => {
  fc.assert(
    fc.property(letters, letters, letters, fc.nat(), (before, text, after, change) => {
      const [whole, part] = [wordsOf(before + text + after), wordsOf(`..${text}`)]
      const [at, end] = [Buffer.byteLength(before), part.bytes.length]
      expect(standsAt(whole.view, at, part.view, 2, end)).toBe(true)
      expect(standsAt(whole.view, whole.bytes.length - end + 3, part.view, 2, end)).toBe(false)
      if (end === 2) return
      const place = at + (change % (end - 2))
      whole.bytes.writeUInt8(whole.bytes.readUInt8(place) ^ 1, place)
      expect(standsAt(whole.view, at, part.view, 2, end)).toBe(false)
    }),
  )
})

test('slices of any length are put together, however many they are', () => {
  const out = new CopiedBytes()
  const source = wordsOf(Array.from({ length: 1_000 }, (_, index) => `${index} é`).join())
  const ends = [0, 1, 2, 7, 8, 9, 16, 17, 255, 256, 257, 5_000]
  for (let round = 0; round < 2; round += 1) {
    const expected: Buffer[] = []
    out.begin()
    for (let start = 0; start < 30; start += 1)
      for (const length of ends) {
        out.copy(source, start, start + length)
        out.byte(0x2c)
        expected.push(source.bytes.subarray(start, start + length), Buffer.from(','))
      }
    expect(out.take().equals(Buffer.concat(expected))).toBe(true)
  }
})

test('a part of an answer is the text that it is of itself', () => {
  fc.assert(
    fc.property(letters, letters, letters, (before, text, after) => {
      const tape = new Tape(Buffer.from(before + text + after), [])
      const at = Buffer.byteLength(before)
      expect(tape.text(at, at + Buffer.byteLength(text))).toBe(text)
    }),
  )
})
