const amounts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const counts = new Intl.NumberFormat('en-US')

/** An amount of credit without trailing zeros: 7, 0.5, 1.25. */
export const amount = (value: number) => amounts.format(value)

/** A whole number with its thousands apart. */
export const count = (value: number) => counts.format(value)

/** A number with its noun: 1 row, 2 rows. */
export const plural = (value: number, noun: string, nouns = `${noun}s`) =>
  `${counts.format(value)} ${value === 1 ? noun : nouns}`

/** Credit with its noun, singular up to one: 0.5 credit, 7 credits. */
export const credits = (value: number) => `${amount(value)} ${value <= 1 ? 'credit' : 'credits'}`

/** Credit as a transcript prints it. */
export const amaCredits = (value: number) => `${amount(value)} AMA PRA Category 1 ${value <= 1 ? 'Credit' : 'Credits'}™`

/** Points of a certifying board: 1 ABIM point, 10 ABIM points. */
export const points = (value: number, boardCode: string) =>
  `${amount(value)} ${boardCode} ${value <= 1 ? 'point' : 'points'}`

/** The size of a file. */
export function bytes(value: number) {
  if (value < 1024) return `${value} bytes`
  const kilobytes = value / 1024
  return kilobytes < 1024 ? `${amounts.format(Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** A part of a whole as a percentage; only nothing is 0% and only all is 100%. */
export function percent(part: number, whole: number) {
  if (part <= 0) return '0%'
  return part >= whole ? '100%' : `${Math.min(99, Math.max(1, Math.round((100 * part) / whole)))}%`
}
