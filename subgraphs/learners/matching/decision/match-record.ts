import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql'
import { listEnum } from '../../../shared/graphql/list-enum.js'
import { Instant } from '../../../shared/graphql/scalars.js'
import type { ComparedField } from '../engine/types.js'
import { MatchDecision } from '../match-types.js'

/** By what somebody is looked for. */
export enum MatchPart {
  LICENSE = 'LICENSE',
  DIPLOMATE = 'DIPLOMATE',
}

registerEnumType(MatchPart, {
  name: 'MatchPart',
  description: 'By what a physician is looked for; each part of a record by itself (I11).',
  valuesConfig: {
    LICENSE: { description: 'Among license holders, for CME credit.' },
    DIPLOMATE: { description: 'Among the diplomates of a certifying board, for MOC points.' },
  },
})

/** The fields of a comparison, as an enum of the graph. */
export const ComparedFields = listEnum<ComparedField>(
  'ComparedField',
  {
    NPI: 'National Provider Identifier.',
    LICENSE: 'License number.',
    BOARD_ID: 'Id at the certifying board.',
    NAME_ORDER: 'Whether first and last name changed places.',
    LAST_NAME: 'Last name, former ones included.',
    FIRST_NAME: 'First name.',
    MIDDLE_NAME: 'Middle name.',
    SUFFIX: 'Suffix, for example Jr.',
    BIRTHDATE: 'Month and day of birth.',
    STATE: 'State of licensure.',
    CITY: 'City.',
    EMAIL: 'E-mail address.',
  },
  'What is compared between a claim and a physician.',
)

@ObjectType({ description: 'One bar of a waterfall: how a field of the claim goes together with the file.' })
export class MatchEvidence {
  @Field(() => ComparedFields, { description: 'The field.' })
  field!: ComparedField

  @Field(() => String, {
    nullable: true,
    description:
      'How well it agrees, for example EXACT or NICKNAME; null where it was not compared, as one side is blank.',
  })
  level!: string | null

  @Field(() => Float, { description: 'Bits for this physician, negative ones against; 0 where it was not compared.' })
  bits!: number

  @Field(() => String, { nullable: true, description: 'What was given; null where nothing was, or nothing is kept.' })
  given!: string | null

  @Field(() => [String], {
    description: 'What is on file now. Always empty for BIRTHDATE: birthdays are compared and shown nowhere (V05).',
  })
  onFile!: string[]
}

@ObjectType({ description: 'A rule that forbids a match by machine, whatever the probability.' })
export class MatchVeto {
  @Field(() => String, { description: 'Name of the rule, for example MIDDLE_NAME_CONFLICT.' })
  name!: string

  @Field(() => String, { description: 'The rule as a sentence.' })
  reason!: string

  @Field(() => Boolean, { description: 'True where a second operator has to agree with a choice against it.' })
  needsSecond!: boolean
}

@ObjectType({ description: 'A physician who may be meant, with everything that speaks for and against it.' })
export class MatchCandidate {
  @Field(() => ID, { description: 'Id of the learner.' })
  learnerId!: string

  @Field(() => Float, { description: 'How likely he or she is meant, among all candidates and nobody, 0 to 1.' })
  probability!: number

  @Field(() => Float, { description: 'Bits before anything was compared: any one physician against nobody on file.' })
  priorBits!: number

  @Field(() => Float, { description: 'The prior and all bits of the fields: log2 of the odds against nobody on file.' })
  totalBits!: number

  @Field(() => [MatchEvidence], { description: 'What one of the two sides has, in the order of the waterfall.' })
  fields!: MatchEvidence[]

  @Field(() => [MatchVeto], { description: 'Rules that forbid a match by machine.' })
  vetoes!: MatchVeto[]

  @Field(() => Boolean, { description: 'True where choosing this physician needs a second operator.' })
  needsSecond!: boolean
}

@ObjectType({
  description: 'A decision of matching with what it rests on, so that it can be explained and repeated (I14).',
})
export class MatchRecord {
  @Field(() => ID, { description: 'Opaque id.' })
  decisionId!: string

  @Field(() => MatchPart, { description: 'By what somebody was looked for.' })
  part!: MatchPart

  @Field(() => MatchDecision, { description: 'The answer.' })
  decision!: MatchDecision

  @Field(() => ID, {
    nullable: true,
    description: 'The learner whom it names: who is meant for MATCHED, and the likeliest one for MISMATCH.',
  })
  learnerId!: string | null

  @Field(() => String, { description: 'Version of the weights.' })
  modelVersion!: string

  @Field(() => String, { description: 'State of the file.' })
  dataVersion!: string

  @Field(() => Instant, { description: 'When it was made.' })
  decidedAt!: Date

  @Field(() => String, { description: 'What asked, for example credits, validation or review.' })
  askedBy!: string

  @Field(() => ID, {
    nullable: true,
    description: 'The review that it followed; null where matching decided by itself.',
  })
  reviewCaseId!: string | null

  @Field(() => [MatchCandidate], { description: 'Who was considered, the likeliest first, at most ten.' })
  candidates!: MatchCandidate[]
}
