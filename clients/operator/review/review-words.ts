import type { ComparedField, ReviewKind, ReviewState, ReviewStepKind } from '../../graphql/graphql'
import type { Tone } from '../../shared/ui/badge'

type Word = { label: string; tone: Tone }

export const reviewKinds: Record<ReviewKind, Word & { why: string }> = {
  AMBIGUOUS: { label: 'Several fit', tone: 'warn', why: 'Several physicians fit, or one who is not sure enough.' },
  NEAR_MISS: { label: 'Near miss', tone: 'warn', why: 'One physician is meant, but something given disagrees.' },
  NOT_FOUND: { label: 'Nobody fits', tone: 'bad', why: 'Nobody on file fits what was given.' },
  WITHHELD: {
    label: 'Asked too often',
    tone: 'info',
    why: 'One physician fits, but the provider has tried too many birthdays to be told.',
  },
}

export const reviewKindList = Object.keys(reviewKinds) as ReviewKind[]

export const reviewStates: Record<ReviewState, Word> = {
  OPEN: { label: 'Open', tone: 'warn' },
  PROPOSED: { label: 'Waiting for a second person', tone: 'info' },
  DECIDED: { label: 'Decided', tone: 'good' },
  WITHDRAWN: { label: 'Withdrawn', tone: 'plain' },
}

/** What somebody did, after the name. */
export const stepWords: Record<ReviewStepKind, string> = {
  OPENED: 'asked for the review',
  PROPOSED: 'chose, for a second person to confirm,',
  DECIDED: 'decided on',
  CONFIRMED: 'confirmed',
  UNDONE: 'took the choice back',
  WITHDRAWN: 'withdrew the question',
}

export const fieldWords: Record<ComparedField, string> = {
  NPI: 'NPI',
  LICENSE: 'License number',
  BOARD_ID: 'Board ID',
  NAME_ORDER: 'Order of names',
  LAST_NAME: 'Last name',
  FIRST_NAME: 'First name',
  MIDDLE_NAME: 'Middle name',
  SUFFIX: 'Suffix',
  BIRTHDATE: 'Birthday',
  STATE: 'State',
  CITY: 'City',
  EMAIL: 'E-mail',
}

const levelWords: Record<string, string> = {
  EXACT: 'same',
  ONE_EDIT: 'one slip',
  DIFFERENT: 'different',
  OTHER_STATE: 'of another state',
  AS_GIVEN: 'as given',
  SWAPPED: 'changed places',
  FORMER: 'a former name',
  PART: 'part of the name',
  MIDDLE: 'the middle name',
  DROPPED_OR_TRANSPOSED: 'a letter lost or exchanged',
  SIMILAR: 'similar',
  NICKNAME: 'a nickname',
  RELATED: 'a related name',
  INITIAL: 'the initial',
  SLIP: 'a slip',
  FIRST_OF_JANUARY: 'January 1 for unknown',
  LICENSED: 'licensed there',
  NEIGHBOUR: 'licensed next door',
  ELSEWHERE: 'not licensed there',
}

/** How well a field agrees, in words; a level that is new in the model keeps its own name. */
export const levelWord = (level: string) => levelWords[level] ?? level.toLowerCase().replaceAll('_', ' ')
