import { createHmac } from 'node:crypto'
import { aClaim } from '../../testing/people.js'
import { fingerprintOf } from './fingerprint.js'

const ordered = ['Robert', 'Smith', null, null, 9, 10, 'ME', null, null, null, '2026-06-30']

test.each([1, 32, 64, 65, 200])('a fingerprint is the HMAC of what was claimed, for a key of %i bytes', (bytes) => {
  const key = Buffer.alloc(bytes, 7)
  const expected = createHmac('sha256', key).update(JSON.stringify(ordered)).digest()
  expect(fingerprintOf(key, aClaim()).equals(expected)).toBe(true)
  expect(fingerprintOf(key, aClaim()).equals(expected)).toBe(true)
})

test('another birthday, another key and another claim have another fingerprint', () => {
  const prints = [
    fingerprintOf(Buffer.alloc(32, 7), aClaim()),
    fingerprintOf(Buffer.alloc(32, 7), aClaim({ born: '09/11' })),
    fingerprintOf(Buffer.alloc(32, 8), aClaim()),
    fingerprintOf(Buffer.alloc(32, 7), aClaim({ boardId: '1' })),
  ]
  expect(new Set(prints.map((print) => print.toString('hex'))).size).toBe(4)
})
