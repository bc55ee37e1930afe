import { letterDiff } from './letter-diff'

const drawn = (text: string, other: string) =>
  letterDiff(text, other)
    .map((stretch) => ({ same: stretch.text, differs: `[${stretch.text}]`, gap: '_' })[stretch.kind])
    .join('')

test.each([
  ['Smith', 'Smith', 'Smith'],
  ['SMITH', 'smith', 'SMITH'],
  ['Jon', 'John', 'Jo_n'],
  ['John', 'Jon', 'Jo[h]n'],
  ['Katz', 'Kats', 'Kat[z]'],
  ['MD23456', 'MD23465', 'MD234_5[6]'],
  ['09/10', '10/09', '_0[9]/[1]0_'],
  ['Zoë', 'Zoe\u0308', 'Zoë'],
  ['Ann 😀', 'Ann', 'Ann[ 😀]'],
  ['', 'Smith', '_'],
  ['Weber', '', '[Weber]'],
  ['Howard', 'Achterberg', '[Howard]'],
  ['Achterberg', 'Howard', '[Achterberg]'],
])('%s beside %s', (text, other, expected) => expect(drawn(text, other)).toBe(expected))

test('nothing of the text gets lost', () => {
  const text = letterDiff('Marchetti-Weber', 'Machetti')
    .map((stretch) => stretch.text)
    .join('')
  expect(text).toBe('Marchetti-Weber')
})
