import { mayBeNumber } from './number-text.js'

test.each(['MD23456', '012-345', '№ 7', '１２３', 'ⅣA', 'N/A', '-', '—', '−', '?', '...', '#'])(
  '%s may stand for a number',
  (text) => expect(mayBeNumber(text)).toBe(true),
)

test.each(['💩', '医師', '٣٤', 'нет', '\u202e', '\u0301', '☎️', '💩 -'])('%s is none', (text) =>
  expect(mayBeNumber(text)).toBe(false),
)
