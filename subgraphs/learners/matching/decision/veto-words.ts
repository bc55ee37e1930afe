import type { MatchVeto } from './match-record.js'

type VetoWords = Omit<MatchVeto, 'name'>

/** What contradicts a physician; a second operator looks at a choice against it. */
const contradicts = (reason: string): VetoWords => ({ reason, needsSecond: true })
/** What leaves doubt that one person can settle. */
const doubts = (reason: string): VetoWords => ({ reason, needsSecond: false })

/** The rules of matching in words, by name. */
const words: Readonly<Record<string, VetoWords>> = {
  NPI_CONFLICT: contradicts('The NPI that was given is not this physician’s.'),
  LICENSE_CONFLICT: contradicts('The license number that was given is not this physician’s.'),
  BOARD_ID_CONFLICT: contradicts('The board ID that was given is not this physician’s.'),
  MIDDLE_NAME_CONFLICT: contradicts('The middle names are different.'),
  SUFFIX_CONFLICT: contradicts('The suffixes are different: these may be father and son.'),
  LICENSE_OF_OTHER_STATE: doubts('The license number is this physician’s in another state.'),
  NPI_WITH_WRONG_DIGIT: doubts('The NPI differs from this physician’s by one slip.'),
  NAMES_EXCHANGED: doubts('First and last name changed places.'),
  BIRTHDATE_SWAPPED: doubts('Month and day of birth changed places.'),
  TOO_LITTLE_AGREES: doubts('Too little agrees for a match by machine.'),
  ANOTHER_FITS_TOO: doubts('Everything fits another physician too.'),
  TOO_MANY_ALIKE: doubts('More people than can be compared share what was given.'),
  TWO_NPIS: contradicts('Two different NPIs are two people.'),
  TWO_MIDDLE_NAMES: contradicts('The middle names are different.'),
  TWO_SUFFIXES: contradicts('The suffixes are different: these may be father and son.'),
  TWIN: doubts('Somebody with the same last name, birthday and state has a similar first name.'),
}

/** A rule in words. One that has no words yet is taken as a contradiction. */
export const vetoOf = (name: string): MatchVeto => ({
  name,
  ...(words[name] ?? contradicts('A rule forbids a match by machine.')),
})
