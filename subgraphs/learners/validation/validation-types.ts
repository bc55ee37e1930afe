import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Issue } from '../../shared/upload/issue.js'
import { ClaimField, MatchDecision } from '../matching/match-types.js'

@InputType({ description: 'How a provider identifies one learner; what is not known is left out.' })
export class LearnerIdentificationInput {
  @Field(() => String, { description: 'First name, as on the license; at most 100 characters.' })
  givenName!: string

  @Field(() => String, { description: 'Last name, as on the license; at most 100 characters.' })
  familyName!: string

  @Field(() => String, { nullable: true, description: 'Middle name or initial; helps where names repeat.' })
  middleName?: string | null

  @Field(() => String, { nullable: true, description: 'Suffix such as Jr or III.' })
  suffix?: string | null

  @Field(() => Int, { description: 'Month of birth, 1 to 12; the year is never asked for.' })
  birthMonth!: number

  @Field(() => Int, { description: 'Day of birth, 1 to 31.' })
  birthDay!: number

  @Field(() => String, {
    nullable: true,
    description: 'A state of licensure, code or name; needed unless a board is given (L13).',
  })
  licensingState?: string | null

  @Field(() => String, { nullable: true, description: 'License number or NPI; settles it where names repeat (L16).' })
  licenseOrNpi?: string | null

  @Field(() => String, { nullable: true, description: 'Code of a certifying board, for example ABIM.' })
  board?: string | null

  @Field(() => String, { nullable: true, description: 'The learner’s id at that board; only ABS does without (L18).' })
  boardId?: string | null
}

@ObjectType({ description: 'Whether learner credit with this identification would find its physician.' })
export class PartValidation {
  @Field(() => MatchDecision, { description: 'The answer.' })
  decision!: MatchDecision

  @Field(() => [Issue], { description: 'What is wrong or worth knowing, each with what to do about it.' })
  issues!: Issue[]

  @Field(() => ClaimField, {
    nullable: true,
    description: 'For AMBIGUOUS, the further field that would settle it best.',
  })
  askFor?: ClaimField | null
}

@ObjectType({
  description:
    'The answer about one learner. It says nothing of anybody else (I12) and keeps nothing about credit (I13).',
})
export class LearnerValidation {
  @Field(() => Boolean, { description: 'True when every part that was asked about has found its physician.' })
  isValid!: boolean

  @Field(() => [Issue], { description: 'What could not be read; nobody was looked for then.' })
  issues!: Issue[]

  @Field(() => PartValidation, { nullable: true, description: 'By license; null when no state was given.' })
  license?: PartValidation | null

  @Field(() => PartValidation, { nullable: true, description: 'By certifying board; null when none was given.' })
  board?: PartValidation | null
}
