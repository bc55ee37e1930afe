import { birthdayInWords, parseBirthday, printBirthday } from './birthday'

test.each([
  ['09/10', 9, 10],
  ['9/10', 9, 10],
  ['9-10', 9, 10],
  ['0910', 9, 10],
  [' 9.1 ', 9, 1],
  ['02/29', 2, 29],
  ['09/10/1975', 9, 10],
  ['9/10/', 9, 10],
  ['9/10/1', 9, 10],
  ['1975-09-10', 9, 10],
  ['Sep 10', 9, 10],
  ['sept. 10', 9, 10],
  ['September 10th, 1975', 9, 10],
  ['10 September', 9, 10],
  ['10-Sep', 9, 10],
  ['10-Sep-75', 9, 10],
  ['1st May', 5, 1],
  ['MAY 1', 5, 1],
])('reads %s', (text, month, day) => {
  expect(parseBirthday(text)).toEqual({ month, day })
})

test.each(['', '9', '13/01', '02/30', '00/10', '9/0', 'Sep', 'Sep 31', 'Sex 10', '10/Sep/', '091', '1975', '١٠/٩'])(
  'refuses %s',
  (text) => {
    expect(parseBirthday(text)).toBeUndefined()
  },
)

test('a birthday is shown in figures, and in words that tell the month from the day', () => {
  expect([printBirthday({ month: 9, day: 1 }), birthdayInWords({ month: 9, day: 1 })]).toEqual(['09/01', 'September 1'])
})
