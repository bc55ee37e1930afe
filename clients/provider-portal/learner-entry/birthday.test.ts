import { parseBirthday } from './birthday'

test.each([
  ['09/10', 9, 10],
  ['9/10', 9, 10],
  ['9-10', 9, 10],
  ['0910', 9, 10],
  [' 9.1 ', 9, 1],
  ['02/29', 2, 29],
  ['09/10/1975', 9, 10],
])('reads %s', (text, month, day) => {
  expect(parseBirthday(text)).toEqual({ month, day })
})

test.each(['', '9', '13/01', '02/30', '00/10', '9/0', 'Sep 10', '1975-09-10', '091'])('refuses %s', (text) => {
  expect(parseBirthday(text)).toBeUndefined()
})
