import type { TranscriptMember } from './transcript-document.js'

/** “Credit” up to one and “Credits” above it (P04), in the words of the American Medical Association. */
export const creditUnit = (credits: number) => `AMA PRA Category 1 ${credits > 1 ? 'Credits' : 'Credit'}™`

/** “7 ABIM Points”. */
export const pointsText = (points: number, board: string) => `${points} ${board} ${points > 1 ? 'Points' : 'Point'}`

/** A physician as a transcript names him or her: “Deirdre Anne Marchetti, MD”. */
export function memberName({ givenName, middleName, familyName, suffix, degree }: TranscriptMember): string {
  const name = [givenName, middleName, familyName].filter(Boolean).join(' ')
  return [name, suffix, degree].filter(Boolean).join(', ')
}

const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
const medium = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** “June 30, 2026”. */
export const longDay = (day: string) => long.format(new Date(day))

/** “Jun 30, 2026”. */
export const shortDay = (day: string) => medium.format(new Date(day))
