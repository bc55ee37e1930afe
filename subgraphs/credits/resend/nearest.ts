/** Steps from one text to another: letters put in, left out, replaced, or swapped with their neighbour. */
export function stepsBetween(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      line[j] = Math.min(
        at(last, j) + 1,
        at(line, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = line
  }
  return at(last, other.length)
}

/** The one of these texts that a slip of a letter or two was meant for; undefined where none or several may be. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const given = plain(text).slice(0, longest)
  const most = given.length > 5 ? 2 : 1
  const steps = known.map((each) => ({ each, far: stepsBetween(given, plain(each)) })).filter(({ far }) => far <= most)
  const least = Math.min(...steps.map(({ far }) => far))
  const best = steps.filter(({ far }) => far === least)
  return given.length > 2 && best.length === 1 ? best[0]?.each : undefined
}

const longest = 60
const plain = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '')
const at = (line: readonly number[], index: number) => line[index] ?? Number.POSITIVE_INFINITY
