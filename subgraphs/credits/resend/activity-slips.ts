const length = 9

/** The ids for which this may be a slip: blanks and marks inside, a digit mistyped, or two neighbours swapped. Pure. */
export function meantActivityIds(text: string): string[] {
  const digits = text
    .trim()
    .replace(/\.0+$/, '')
    .replace(/[\s.,-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length !== length) return []
  const ids = new Set<string>([digits])
  for (let place = 0; place < length; place += 1) {
    const [before, after] = [digits.slice(0, place), digits.slice(place + 1)]
    for (let digit = 0; digit <= 9; digit += 1) ids.add(`${before}${digit}${after}`)
    ids.add(`${before}${after.slice(0, 1)}${digits[place]}${after.slice(1)}`)
  }
  ids.delete(text.trim())
  return [...ids]
}
