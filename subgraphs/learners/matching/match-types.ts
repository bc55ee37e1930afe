import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
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
  LAST_NAME = 'LAST_NAME',
  BIRTHDATE = 'BIRTHDATE',
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
    AMBIGUOUS: { description: 'Several fit; a license number or NPI would settle it.' },
    MISMATCH: { description: 'An identifier names a physician with whom another given field disagrees.' },
    NOT_FOUND: { description: 'Nobody fits.' },
  },
})
registerEnumType(ClaimField, {
  name: 'ClaimField',
  description: 'A field that a provider gives about a learner.',
  valuesConfig: {
    FIRST_NAME: { description: 'First name.' },
    LAST_NAME: { description: 'Last name.' },
    BIRTHDATE: { description: 'Month and day of birth.' },
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
      description: 'A name is a nickname, a former name, half of a double name, or differs while an identifier agrees.',
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
  @Field(() => MatchDecision, { description: 'The answer.' })
  decision!: MatchDecision

  @Field(() => ID, {
    nullable: true,
    description: 'The physician for MATCHED; the one whom the identifier names for MISMATCH.',
  })
  learnerId?: string | null

  @Field(() => [ClaimField], {
    description:
      'For MISMATCH, the given fields that disagree; an identifier alone where names and birthday fit somebody without it.',
  })
  disagreeing!: ClaimField[]

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
