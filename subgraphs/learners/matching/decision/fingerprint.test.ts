import { createHmac } from 'node:crypto'
import { aClaim } from '../../testing/people.js'
import { fingerprintOf, hmac } from './fingerprint.js'

const ordered = ['Robert', 'Smith', null, null, 9, 10, 'ME', null, null, null, '2026-06-30']

test.each([1, 32, 64, 65, 200])('a fingerprint is the HMAC of what was claimed, for a key of %i bytes', (bytes) => {
  const key = Buffer.alloc(bytes, 7)
  const expected = createHmac('sha256', key).update(JSON.stringify(ordered)).digest('hex')
  expect([fingerprintOf(key, aClaim()), fingerprintOf(key, aClaim())]).toEqual([expected, expected])
})

test.each(['', 'é', '字'.repeat(2_000), 'a'.repeat(9_000), ''])('an HMAC is that of the text, however long', (text) => {
  const key = Buffer.alloc(32, 7)
  expect(hmac(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'))
})

test('another birthday, another key and another claim have another fingerprint', () => {
  const prints = [
    fingerprintOf(Buffer.alloc(32, 7), aClaim()),
    fingerprintOf(Buffer.alloc(32, 7), aClaim({ born: '09/11' })),
    fingerprintOf(Buffer.alloc(32, 8), aClaim()),
    fingerprintOf(Buffer.alloc(32, 7), aClaim({ boardId: '1' })),
  ]
  expect(new Set(prints).size).toBe(4)
})
