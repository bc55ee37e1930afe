import { codeOf } from '../errors.js'
import { idsByKind } from './channels.js'

test('ids are found by kind, in order', () => {
  expect(idsByKind(['batch:b', 'learner:1', 'batch:a:c'], ['batch', 'learner', 'board'])).toEqual({
    batch: ['b', 'a:c'],
    learner: ['1'],
    board: [],
  })
})

test.each([[['learner']], [['batch:']], [['person:1']], [['__proto__:1']], [Array(10_001).fill('batch:a')]])(
  '%.40s are no channels',
  (channels) => {
    let refused: unknown
    try {
      idsByKind(channels, ['batch'])
    } catch (error) {
      refused = error
    }
    expect(codeOf(refused)).toBe('BAD_USER_INPUT')
  },
)
