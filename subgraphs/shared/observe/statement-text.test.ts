import { withoutValues } from './statement-text.js'

test.each([
  [
    `select * from learner where last_name = 'O''Neil' and born = 1961`,
    'select * from learner where last_name = ? and born = ?',
  ],
  [`select E'a\\'b', 'c'`, 'select ?'],
  [`select $$Marchetti$$, $name$Ada $$ Bo$name$ as x`, 'select ? as x'],
  [`select "last_name" -- Marchetti\nfrom t1 /* Ada */ where x = $1`, 'select "last_name" from t1 where x = $1'],
  [`insert into t (a, b) values ('x', 1), ('y', -2.5e3)`, 'insert into t (a, b) values (?), (?, -?)'],
  [`select 1::int, '{1,2}'::int[], "a""'b", true, null`, 'select ?, "a""\'b", true, null'],
  [`select 'never ended`, 'select ?'],
  [`select date'2026-01-01', e1.x from e1`, 'select date?, e1.x from e1'],
  ['', ''],
])('%s has no values as %s', (given, expected) => {
  expect(withoutValues(given)).toBe(expected)
})

test('a long statement is cut', () => {
  expect(withoutValues(`select a_column from ${'t, '.repeat(1_000)}`, 30)).toBe('select a_column from t, t, t, …')
})

test('a statement that is cut before the end of a text shows nothing of the text', () => {
  expect(withoutValues(`select '${'Marchetti '.repeat(100)}'`, 40)).toBe('select ?')
})
