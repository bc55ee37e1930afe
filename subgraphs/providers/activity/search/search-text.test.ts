import { maxTextLength, readSearchText, respelled, shown, wordsOf } from './search-text.js'

test.each<[string, string, string]>([
  ['heart failure', 'heart', 'failure'],
  ['heart', '', 'heart'],
  ['heart ', 'heart', ''],
  ['heart fa', 'heart fa', ''],
  ['"heart fail', '"heart fail', ''],
  ['gout or scurvy', 'gout or scurvy', ''],
  ['gout -scurvy', 'gout -scurvy', ''],
  ['orthopedics', '', 'orthopedics'],
  ['  Ménière  ', 'Ménière', ''],
])('%j', (text, web, typed) => {
  expect(readSearchText(text)).toEqual({ web, typed })
})

test.each([null, undefined, '', '   ', '?!', '\0', '\uE000\uE001', '-', '""'])('%j asks for nothing', (text) => {
  expect(readSearchText(text)).toBeUndefined()
})

test('what is too long or cannot be stored is taken out', () => {
  const text = readSearchText(`a\0b\uD83D ${'x'.repeat(10_000)}`)
  expect(shown(text ?? { web: '', typed: '' }).length).toBeLessThanOrEqual(maxTextLength)
  expect(text?.web).toMatch(/^a b /)
})

test('words that could be misspelled are put right one by one, whole words alone', () => {
  const text = readSearchText('hart failure in hart hospitals') ?? { web: '', typed: '' }
  expect(wordsOf(text)).toEqual(['hart', 'failure', 'hospitals'])
  expect(shown(respelled(text, new Map([['hart', 'heart']])))).toBe('heart failure in heart hospitals')
})
