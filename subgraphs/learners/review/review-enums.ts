import { registerEnumType } from 'type-graphql'

/** Where a question stands. */
export enum ReviewState {
  OPEN = 'OPEN',
  PROPOSED = 'PROPOSED',
  DECIDED = 'DECIDED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Why matching has not answered by itself. */
export enum ReviewKind {
  AMBIGUOUS = 'AMBIGUOUS',
  NEAR_MISS = 'NEAR_MISS',
  NOT_FOUND = 'NOT_FOUND',
  WITHHELD = 'WITHHELD',
}

/** Something that was done about a question. */
export enum ReviewStepKind {
  OPENED = 'OPENED',
  PROPOSED = 'PROPOSED',
  DECIDED = 'DECIDED',
  CONFIRMED = 'CONFIRMED',
  UNDONE = 'UNDONE',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'Where the question of a provider stands.',
  valuesConfig: {
    OPEN: { description: 'Waits for an operator.' },
    PROPOSED: { description: 'An operator chose against a rule of matching; a second one has to confirm.' },
    DECIDED: { description: 'Answered; matching follows the answer.' },
    WITHDRAWN: { description: 'The provider took all its rows back before there was an answer.' },
  },
})
registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'Why matching has not answered by itself.',
  valuesConfig: {
    AMBIGUOUS: { description: 'Several may be meant, or one who is not sure enough.' },
    NEAR_MISS: { description: 'One is meant, but something that was given is off.' },
    NOT_FOUND: { description: 'Nobody fits.' },
    WITHHELD: { description: 'One fits, but the provider has tried too many birthdays and is told nothing (I13).' },
  },
})
registerEnumType(ReviewStepKind, {
  name: 'ReviewStepKind',
  description: 'Something that was done about a question.',
  valuesConfig: {
    OPENED: { description: 'A provider asked.' },
    PROPOSED: { description: 'An operator chose, and a second one has to confirm.' },
    DECIDED: { description: 'An operator decided.' },
    CONFIRMED: { description: 'A second operator confirmed what was proposed, and so decided.' },
    UNDONE: { description: 'An operator took a choice back.' },
    WITHDRAWN: { description: 'The provider no longer asks.' },
  },
})
