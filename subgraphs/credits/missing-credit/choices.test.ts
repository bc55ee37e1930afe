import { prefixQuery } from './choices.query.js'

test.each([
  ['heart fail', 'heart:* & fail:*'],
  ['  Grand   Rounds, 2026! ', 'grand:* & rounds:* & 2026:*'],
  [`a' | b:* & !c <-> (d)`, 'a:* & b:* & c:* & d:*'],
  ['Médecine', 'médecine:*'],
  ['a b c d e f g h i j', 'a:* & b:* & c:* & d:* & e:* & f:* & g:* & h:*'],
  ['', null],
  ['–!?', null],
  ['x\0y', null],
])('%p is looked for as %p', (text, query) => {
  expect(prefixQuery(text)).toBe(query)
})
