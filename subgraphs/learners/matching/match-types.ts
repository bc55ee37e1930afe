import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'

/** The four answers to “who is this?”. */
export enum MatchDecision {
  MATCHED = 'MATCHED',
  AMBIGUOUS = 'AMBIGUOUS',
  MISMATCH = 'MISMATCH',
  NOT_FOUND = 'NOT_FOUND',
}

/** What a provider gives about a learner, field by field. */
export enum ClaimField {
  FIRST_NAME = 'FIRST_NAME',
  MIDDLE_NAME = 'MIDDLE_NAME',
  LAST_NAME = 'LAST_NAME',
  SUFFIX = 'SUFFIX',
  BIRTHDATE = 'BIRTHDATE',
  STATE = 'STATE',
  LICENSE = 'LICENSE',
  NPI = 'NPI',
  BOARD_ID = 'BOARD_ID',
}

/** What is worth saying about a match that holds. */
export enum MatchWarning {
  NAME_VARIANT = 'NAME_VARIANT',
  LICENSE_NOT_CURRENT = 'LICENSE_NOT_CURRENT',
}

registerEnumType(MatchDecision, {
  name: 'MatchDecision',
  description: 'The answer to “which physician is this?”',
  valuesConfig: {
    MATCHED: { description: 'Exactly one physician fits.' },
    AMBIGUOUS: { description: 'Several fit, or one who is not sure enough; one further field would settle it.' },
    MISMATCH: { description: 'One physician is meant, but a given field disagrees with what is on file.' },
    NOT_FOUND: { description: 'Nobody fits.' },
  },
})
registerEnumType(ClaimField, {
  name: 'ClaimField',
  description: 'A field that a provider gives about a learner.',
  valuesConfig: {
    FIRST_NAME: { description: 'First name.' },
    MIDDLE_NAME: { description: 'Middle name.' },
    LAST_NAME: { description: 'Last name.' },
    SUFFIX: { description: 'Suffix, for example Jr.' },
    BIRTHDATE: { description: 'Month and day of birth.' },
    STATE: { description: 'State of licensure.' },
    LICENSE: { description: 'License number.' },
    NPI: { description: 'National Provider Identifier.' },
    BOARD_ID: { description: 'Id at the certifying board.' },
  },
})
registerEnumType(MatchWarning, {
  name: 'MatchWarning',
  description: 'What is worth saying about a match that holds.',
  valuesConfig: {
    NAME_VARIANT: {
      description:
        'A name is a nickname, a former name, half of a double name or a slip, names are in the other order, or one differs while an identifier agrees.',
    },
    LICENSE_NOT_CURRENT: { description: 'The license was not in force on the day of completion (I15).' },
  },
})

@Directive('@inaccessible')
@InputType({ description: 'What a provider says about one learner.' })
export class LearnerClaim {
  @Field(() => String, { description: 'First name, as typed.' })
  givenName!: string

  @Field(() => String, { description: 'Last name, as typed.' })
  familyName!: string

  @Field(() => String, { nullable: true, description: 'Middle name or initial, as typed.' })
  middleName?: string | null

  @Field(() => String, { nullable: true, description: 'Suffix, as typed (I04).' })
  suffix?: string | null

  @Field(() => Int, { description: 'Month of birth, 1 to 12.' })
  birthMonth!: number

  @Field(() => Int, { description: 'Day of birth, 1 to 31.' })
  birthDay!: number

  @Field(() => String, {
    nullable: true,
    description: 'Two-letter code of a state of licensure; null when there is no CME part.',
  })
  state?: string | null

  @Field(() => String, { nullable: true, description: 'License number or NPI, as typed (L16).' })
  licenseOrNpi?: string | null

  @Field(() => String, { nullable: true, description: 'Certifying board of the MOC part; null when there is none.' })
  boardCode?: string | null

  @Field(() => String, { nullable: true, description: 'Id at the certifying board, as typed.' })
  boardId?: string | null

  @Field(() => Day, { description: 'Day of completion, for I15.' })
  completedOn!: string
}

@Directive('@inaccessible')
@ObjectType({ description: 'Which physician one part of a record is about.' })
export class PartMatch {
  @Field(() => ID, { description: 'Under which the decision is kept, with levels and weights (I14).' })
  decisionId!: string

  @Field(() => MatchDecision, { description: 'The answer.' })
  decision!: MatchDecision

  @Field(() => Boolean, { description: 'True where a person has decided it in review.' })
  isReviewed!: boolean

  @Field(() => ID, {
    nullable: true,
    description: 'The physician for MATCHED, and the likeliest one for MISMATCH.',
  })
  learnerId?: string | null

  @Field(() => [ClaimField], {
    description:
      'For MISMATCH, the given fields that disagree, the one that is most off first; for MATCHED, an NPI whose check digit is wrong (L15).',
  })
  disagreeing!: ClaimField[]

  @Field(() => Boolean, { description: 'True when a number that was given is, to the letter, that of the likeliest.' })
  isIdentified!: boolean

  @Field(() => ClaimField, {
    nullable: true,
    description:
      'The field not given so far that would settle it best; null when none would, or nothing is to be settled.',
  })
  askFor?: ClaimField | null

  @Field(() => Float, { description: 'How likely the likeliest physician is the one who is meant, 0 to 1.' })
  probability!: number

  @Field(() => [ID], { description: 'Unless it is a match, who may be meant, the likeliest first: at most ten.' })
  candidateIds!: string[]

  @Field(() => [MatchWarning], { description: 'For MATCHED, what is worth saying.' })
  warnings!: MatchWarning[]
}

@Directive('@inaccessible')
@ObjectType({ description: 'The match of one claim, part by part.' })
export class LearnerMatch {
  @Field(() => PartMatch, { nullable: true, description: 'By license; null when the claim names no state.' })
  license?: PartMatch | null

  @Field(() => PartMatch, { nullable: true, description: 'By certifying board; null when the claim names none.' })
  diplomate?: PartMatch | null
}
