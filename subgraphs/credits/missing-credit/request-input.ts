import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageArgs } from '../../shared/graphql/connection.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import { Issue } from '../../shared/upload/issue.js'
import { ClaimedPointsInput } from '../claimed-points/claimed-points.js'
import { Completion } from '../completion/completion.js'
import { CreditRequest } from './credit-request.js'
import { requestLimits } from './limits.js'
import type { Ask } from './read-ask.js'
import { CreditRejectionReason, CreditRequestState } from './request-words.js'

const { min, max } = requestLimits.descriptionLength

@InputType({ description: 'Credit that is not on your record.' })
export class RequestCreditInput implements Ask {
  @Field(() => ID, { nullable: true, description: 'The activity, where it is listed.' })
  activityId?: string | null

  @Field(() => ID, { nullable: true, description: 'The provider, where the activity is not listed.' })
  providerId?: string | null

  @Field(() => String, {
    nullable: true,
    description: `The activity in words, where it is not listed: ${min} to ${max} characters.`,
  })
  described?: string | null

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => Amount, {
    description: `CME credits; at most what the activity awards, or ${requestLimits.describedQuarters / 4} where it is only described.`,
  })
  credits!: number

  @Field(() => [ClaimedPointsInput], {
    nullable: true,
    description:
      'MOC/CC points of claimablePoints to ask for with them, one entry a board; none when omitted. Only where the activity is listed.',
  })
  points?: ClaimedPointsInput[] | null

  @Field(() => String, {
    nullable: true,
    description: `A word to the provider, at most ${requestLimits.wordsLength} characters.`,
  })
  note?: string | null
}

@InputType({ description: 'Why a request is rejected.' })
export class RejectCreditInput {
  @Field(() => CreditRejectionReason, { description: 'The reason.' })
  reason!: CreditRejectionReason

  @Field(() => String, {
    nullable: true,
    description: `What the physician should know, at most ${requestLimits.wordsLength} characters; needed for OTHER.`,
  })
  words?: string | null
}

export const AskOutcome = {
  ASKED: 'ASKED',
  ALREADY_ASKED: 'ALREADY_ASKED',
  ALREADY_REPORTED: 'ALREADY_REPORTED',
} as const
export type AskOutcome = keyof typeof AskOutcome

registerEnumType(AskOutcome, {
  name: 'AskOutcome',
  description: 'What became of a request for missing credit.',
  valuesConfig: {
    ASKED: { description: 'The provider is asked.' },
    ALREADY_ASKED: { description: 'There is a request for the same activity and day, open or rejected.' },
    ALREADY_REPORTED: { description: 'The credit is on record.' },
  },
})

@ObjectType({ description: 'What became of a request for missing credit.' })
export class RequestCreditResult {
  @Field(() => AskOutcome, { description: 'What became of it.' })
  outcome!: AskOutcome

  @Field(() => CreditRequest, { nullable: true, description: 'The request; for ALREADY_ASKED the one that was there.' })
  request!: CreditRequest | null

  @Field(() => Completion, { nullable: true, description: 'For ALREADY_REPORTED the record that has the credit.' })
  completion!: Completion | null
}

@ObjectType({ description: 'What became of a confirmation.' })
export class ConfirmCreditResult {
  @Field(() => CreditRequest, { description: 'The request.' })
  request!: CreditRequest

  @Field(() => [Issue], {
    description:
      'What was said of it when it was to be recorded. An ERROR names what could not be: where that is a part alone, such as the points of a board, the rest is on record and the request is CONFIRMED; else it stays open.',
  })
  issues!: Issue[]
}

@ObjectType({ description: 'How many requests for missing credit wait, of those that you see.' })
export class CreditRequestCounts {
  @Field(() => Int, { description: 'All that wait for an answer.' })
  open!: number

  @Field(() => Int, { description: 'Of them, those of which the provider was reminded on schedule, in time still.' })
  reminded!: number

  @Field(() => Int, { description: 'Of them, those that the provider has left unanswered for its 30 days.' })
  overdue!: number
}

@ArgsType()
export class CreditRequestArgs extends PageArgs {
  @Field(() => [CreditRequestState], { nullable: true, description: 'Only requests in these states; omit for all.' })
  states?: CreditRequestState[] | null
}
