const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/** A day without a zone: June 30, 2026. */
export const dayWords = (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** From one day to another; one day alone when both are the same. */
export const spanWords = (from: string, to: string) =>
  from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`

/** An amount of quarters without trailing zeros (P04): 7, 0.5, 1.25. */
export const amountWords = (quarters: number) => String(quarters / 4)

/** Credit with its name, singular up to one (P04). */
export const creditWords = (quarters: number) =>
  `${amountWords(quarters)} AMA PRA Category 1 ${quarters <= 4 ? 'Credit' : 'Credits'}™`

/** Points with the board that counts them, singular up to one. */
export const pointWords = (quarters: number, board: string) =>
  `${amountWords(quarters)} ${board} ${quarters <= 4 ? 'Point' : 'Points'}`

/** A text in one line of at most so many characters. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length
    ? line
    : `${line
        .slice(0, length - 1)
        .toWellFormed()
        .replace('\uFFFD', '')
        .trimEnd()}…`
}
