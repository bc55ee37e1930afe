/** Several texts as one cell holds them; what would part them inside a text has a backslash in front. */
export const joinList = (texts: readonly string[]): string => texts.map((text) => escaped(text, /[\\;]/g)).join('; ')

/** The texts of a cell, without blank ones. */
export const splitList = (cell: string): string[] =>
  splitAt(cell, ';')
    .map((text) => unescaped(text).trim())
    .filter((text) => text !== '')

/** Pairs of texts as one cell holds them: `left:right; left:right`. */
export const joinPairs = (pairs: readonly (readonly [left: string, right: string])[]): string =>
  pairs.map((pair) => pair.map((text) => escaped(text, /[\\;:]/g)).join(':')).join('; ')

/** The pairs of a cell; one without a colon has no right side. */
export const splitPairs = (cell: string): { left: string; right: string | undefined }[] =>
  splitAt(cell, ';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [left = '', ...rest] = splitAt(pair, ':').map((text) => unescaped(text).trim())
      return { left, right: rest.length ? rest.join(':') : undefined }
    })

const escaped = (text: string, marks: RegExp) => text.replace(marks, '\\$&')
const unescaped = (text: string) => text.replace(/\\([\\;:])/g, '$1')

function splitAt(text: string, mark: ';' | ':'): string[] {
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === mark) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}
