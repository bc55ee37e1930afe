/** A numbered rule of the catalogue. */
export interface Rule {
  number: string
  text: string
}

const numberPattern = /\b[A-Z]\d{2}\b/g
const rowPattern = /^\| ([A-Z]\d{2}) +\| (.*?) *\|/

/** The rules of a catalogue: the rows of its tables that begin with a number. */
export const rulesOf = (catalogue: string): Rule[] =>
  catalogue.split('\n').flatMap((line) => {
    const [, number, text] = rowPattern.exec(line) ?? []
    return number && text ? [{ number, text }] : []
  })

/** The numbers that a test cites, ranges such as `A10 to A12` or `M01–M04` with everything between. */
export function citedIn(test: string): Set<string> {
  const cited = new Set(test.match(numberPattern))
  for (const [, letter, first, lastLetter, last] of test.matchAll(/\b([A-Z])(\d{2})(?: to |–)([A-Z])(\d{2})\b/g))
    if (letter === lastLetter)
      for (let number = Number(first); number <= Number(last); number += 1)
        cited.add(`${letter}${String(number).padStart(2, '0')}`)
  return cited
}

/** True when a rule belongs to one of these groups: a letter, a number, or a range such as `R01-R06`. */
export const isAmong = (groups: readonly string[], { number }: Rule): boolean =>
  groups.some((group) => {
    const [first = '', last = first] = group.split('-')
    return first.length === 1 ? number.startsWith(first) : number >= first && number <= last && number[0] === first[0]
  })
