/** A header without what people change about it: case, punctuation, marks for "required". */
export function normalHeader(header: string): string {
  return spelledOut(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A normal header without the number of its repetition. */
export const withoutNumber = (normal: string): string => normal.replace(/(?<=\p{L}) ?\d{1,2}$/u, '')

/** Words that mean the same, each with the one that stands for all. */
export type SameWords = Readonly<Record<string, string>>

/** The words of a normal header that tell it from others, in one form each. */
export function wordsOf(normal: string, sameWords: SameWords = {}): string[] {
  const words = withoutNumber(normal).split(' ').slice(0, mostWords)
  const telling = words.filter((word) => !fillers.has(word))
  return (telling.length ? telling : words).map((word) => sameWords[word] ?? everywhere[word] ?? singular(word))
}

/** How alike two lists of words are, from 0 to 1: each word counts by the word of the other list most like it. */
export function similarity(ours: readonly string[], theirs: readonly string[]): number {
  const table = ours.map((our) => theirs.map((their) => alike(our, their)))
  const best = (values: readonly number[]) => Math.max(0, ...values)
  const rows = table.reduce((sum, row) => sum + best(row), 0)
  const columns = theirs.reduce((sum, _, j) => sum + best(table.map((row) => row[j] ?? 0)), 0)
  const length = ours.length + theirs.length
  return length === 0 ? 0 : (rows + columns) / length
}

/** How alike two words are: an abbreviation of some length nearly as much as the word, a slip of the fingers too. */
function alike(a: string, b: string): number {
  if (a.length > longestWord || b.length > longestWord) return 0
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return 0.9
  if (long.length < 4 || short.length < long.length * closeEnough) return 0
  const fraction = 1 - editDistance(short, long) / long.length
  return fraction >= closeEnough ? fraction : 0
}

/** Letters to change, to leave out, to add or to swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : changed
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

const spelledOut = (header: string) =>
  header
    .normalize('NFKC')
    .slice(0, 200)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/#|\bno\.|\bnum\b|\bnbr\b/g, ' number of ')
    .replaceAll('&', ' and ')
    .replace(/\(s\)/g, 's')
    .replace(/\((?:required|optional|mm\/dd\/yyyy|yyyy-mm-dd|yes\/no|y\/n)\)/g, ' ')

const closeEnough = 0.7
const mostWords = 12
const longestWord = 24
const singular = (word: string) =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
const fillers = new Set([
  'the',
  'of',
  'for',
  'in',
  'a',
  'an',
  'is',
  'was',
  'to',
  'your',
  'our',
  'number',
  'required',
  'please',
  'enter',
])
const everywhere: SameWords = { identifier: 'id', ids: 'id', recd: 'received' }
