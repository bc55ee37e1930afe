import { areNicknames } from './nicknames.js'

test.each([
  ['ROBERT', 'BOB', 'a short form'],
  ['BOB', 'ROBERT', 'the other way round'],
  ['BOB', 'ROB', 'two short forms of one name'],
  ['DEIRDRE', 'DEE', 'a short form of the demo'],
  ['KATHERINE', 'KATE', 'a short form'],
  ['CATHERINE', 'KATE', 'the same short form of another name'],
  ['NATHANIEL', 'NATHAN', 'a short form that is a name itself'],
])('%s and %s are one person: %s', (one, other) => expect(areNicknames(one, other)).toBe(true))

test.each([
  ['ROBERT', 'ROBERT', 'the same name is no nickname'],
  ['CHRISTOPHER', 'CHRISTINE', 'sharing a short form makes no one person of two names'],
  ['PATRICK', 'PATRICIA', 'nor here'],
  ['AARON', 'ERIN', 'sounding alike does not'],
  ['JOHN', 'JONATHAN', 'two names'],
  ['ROBERT', 'BERT', 'too broad'],
  ['', '', 'nothing'],
  ['CONSTRUCTOR', 'TOSTRING', 'words of the language'],
])('%s and %s are not: %s', (one, other) => expect(areNicknames(one, other)).toBe(false))
