/** A number as people write it (1,204 or 0.5); undefined when it is none, null when nothing is written. */
export function parseNumber(text: string) {
  const bare = text
    .trim()
    .replace(/^\$/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  if (bare === '') return null
  return /^-?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : undefined
}
