/** No name, number or id is longer; the rest is cut off before any work is done on it. */
const maxLength = 200

/** What was typed, cut to a bounded length; UTF-8 that was read as Latin-1 on its way, as “MuÃ±oz” was, is read again. */
export function legible(text: string): string {
  const cut = text.slice(0, maxLength)
  if (isPlain(cut) || !/^[ -ÿ]*$/.test(cut) || !/[Ã-ß][\u0080-\u00bf]/.test(cut)) return cut
  const again = Buffer.from(cut, 'latin1').toString('utf8')
  return again.includes('\ufffd') ? cut : again
}

const baseLetters: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
}

/** Upper-case base letters: accents, ligatures, full-width forms and letters with a stroke are reduced to plain ones. */
export function fold(text: string): string {
  const plain = legible(text)
  return isPlain(plain) ? plain.toUpperCase() : unaccented(plain)
}

const isPlain = (text: string) => /^[ -~]*$/.test(text)

const unaccented = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[ÆŒØÐĐŁÞĦŦŊ]/g, (letter) => baseLetters[letter] ?? letter)

/** What two spellings of one name have in common: its letters, of any script (I03). */
export function nameKey(text: string): string {
  const folded = fold(text)
  return /^[A-Z]*$/.test(folded) ? folded : folded.replace(/[^\p{L}]/gu, '')
}

const blanks = /^(N\/A|#N\/A|N\.A\.?|UNKNOWN|TEST|TBD|X{2,})$/

/** True for what people type to leave a name empty. */
export const isBlankName = (text: string) => blanks.test(fold(text).trim()) || nameKey(text) === ''

/** The key of a cell that is one word of plain letters, as most are; empty for any other, which takes a closer look. */
export function plainWord(text: string): string {
  if (text.length > 40 || !/^[A-Za-z]+$/.test(text)) return ''
  const word = text.toUpperCase()
  return blanks.test(word) ? '' : word
}

const middleBlanks = /^(NA|NONE|NULL|NIL|NMN|NMI|NO MIDDLE NAME)$/

/** The key of a middle name; empty for what people type who have none, which may be a first or last name elsewhere. */
export function middleKey(text: string): string {
  const plain = plainWord(text)
  if (plain) return middleBlanks.test(plain) ? '' : plain
  return isBlankName(text) || middleBlanks.test(fold(text).trim()) ? '' : nameKey(text)
}

const blankNumbers = new Set(['NA', 'NONE', 'NULL', 'UNKNOWN', 'PENDING', 'TEST', 'TBD', 'NOTAVAILABLE'])

/**
 * What two spellings of one license number or board id have in common: letters and digits, without the leading zeros
 * of each run of digits (I07). Empty for what people type to leave the cell empty.
 */
export function numberKey(text: string): string {
  if (plainNumber.test(text)) return text
  const folded = fold(withoutDecimals(text))
  const key = withoutLeadingZeros(/^[A-Z0-9]*$/.test(folded) ? folded : folded.replace(/[^A-Z0-9]/g, ''))
  return blankNumbers.has(key) || key === '0' ? '' : key
}

/** Most numbers, which are their own key. */
const plainNumber = /^[A-Z]{0,4}[1-9][0-9]{0,15}$/

const withoutLeadingZeros = (key: string) =>
  /(?:^|[A-Z])0/.test(key) ? key.replace(/(?<![0-9])0+(?=[0-9])/g, '') : key

/** Spreadsheets write a whole number as 23456.0 where they take it for a measurement; letters may have been put in front again. */
export function withoutDecimals(text: string): string {
  const number = legible(text).trim()
  return number.includes('.') ? number.replace(/^([A-Za-z]*[ -]?\d+)\.0+$/, '$1') : number
}

const suffixes: Readonly<Record<string, string>> = {
  JR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SENIOR: 'SR',
  II: 'II',
  '2ND': 'II',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
  V: 'V',
  '5TH': 'V',
}

/** The normal form of a suffix, for example JR for “Jr.”, or undefined when the text is none. */
export const suffixKey = (text: string): string | undefined => suffixes[fold(text).replace(/[^A-Z0-9]/g, '')]
