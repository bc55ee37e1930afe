/**
 * A claim whose birthday is not that of the physician whom its other fields describe. There are only 366 birthdays, so
 * whoever may try them all learns the right one.
 */
export interface Guess {
  learnerId: string
  birthMonth: number
  birthDay: number
}

/** Different wrong birthdays that a provider may try for one physician before nothing more is said of him or her. */
export const guessesPerLearner = 5
/** How long a wrong birthday counts. */
export const guessDays = 30
