import fc from 'fast-check'
import { joinList, joinPairs, splitList, splitPairs } from './list-text.js'

const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', ' ', ';', ':', '\\', '; ', '::') }))
  .map((value) => value.trim())
  .filter((value) => value !== '')

test('what is joined reads back, whatever stands in it', () => {
  fc.assert(fc.property(fc.array(text), (texts) => expect(splitList(joinList(texts))).toEqual(texts)))
})

test('pairs read back too', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (pairs) =>
      expect(splitPairs(joinPairs(pairs)).map(({ left, right }) => [left, right])).toEqual(pairs),
    ),
  )
})

test.each<[string, string[]]>([
  ['In-Person; Online', ['In-Person', 'Online']],
  ['In-Person;;Online;', ['In-Person', 'Online']],
  ['  ', []],
  ['A\\;B; C', ['A;B', 'C']],
  ['C:\\Program', ['C:\\Program']],
  ['ends with \\', ['ends with \\']],
])('%j holds %j', (cell, texts) => expect(splitList(cell)).toEqual(texts))

test.each<[string, [string, string | undefined][]]>([
  ['Learner Knowledge:Objective', [['Learner Knowledge', 'Objective']]],
  ['Learner Knowledge', [['Learner Knowledge', undefined]]],
  ['A:B:C', [['A', 'B:C']]],
  [':B', [['', 'B']]],
])('%j pairs %j', (cell, pairs) => expect(splitPairs(cell).map(({ left, right }) => [left, right])).toEqual(pairs))
