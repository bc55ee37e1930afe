import { Remembered } from './remembered.js'

test('what is asked for again and again is worked out once, and the rest is forgotten in time', () => {
  const workedOut: string[] = []
  const lengths = new Remembered(2, (text) => {
    workedOut.push(text)
    return text.length
  })
  for (const text of ['common', 'a', 'common', 'b', 'common', 'c', 'common', 'd', 'common']) {
    expect(lengths.of(text)).toBe(text.length)
  }
  expect(workedOut).toEqual(['common', 'a', 'b', 'c', 'd'])
  lengths.of('a')
  expect(workedOut.at(-1)).toBe('a')
  lengths.forget()
  lengths.of('common')
  expect(workedOut.at(-1)).toBe('common')
})
