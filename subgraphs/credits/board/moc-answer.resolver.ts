import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql'
import { MocCredit } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { BoardReason, type BoardReasonCode } from './board-reasons.js'
import { decideMoc, decideMocs } from './decide-moc.js'
import { type AnswerOutcome, answerSentence, maxAnswers, maxReasonLength } from './moc-answer.js'

/** What a certifying board answers. */
export enum BoardDecision {
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
}

registerEnumType(BoardDecision, {
  name: 'BoardDecision',
  description: 'What a certifying board answers.',
  valuesConfig: {
    ACCEPTED: { description: 'The points count.' },
    REJECTED: { description: 'They do not; a reason says why.' },
  },
})

const MocAnswerOutcome = {
  RECORDED: 'RECORDED',
  UNCHANGED: 'UNCHANGED',
  CONTRADICTION: 'CONTRADICTION',
  WITHDRAWN: 'WITHDRAWN',
  UNKNOWN: 'UNKNOWN',
  NO_REASON: 'NO_REASON',
} as const satisfies { [Outcome in AnswerOutcome]: Outcome }

registerEnumType(MocAnswerOutcome, {
  name: 'MocAnswerOutcome',
  description: 'What became of one answer of a board.',
  valuesConfig: {
    RECORDED: { description: 'It is in the ledger, and the provider sees it.' },
    UNCHANGED: { description: 'The board had answered the same before.' },
    CONTRADICTION: { description: 'The board had answered otherwise before; the first answer stands.' },
    WITHDRAWN: { description: 'The provider has deleted or corrected the points meanwhile.' },
    UNKNOWN: { description: 'The board has never had points by this id.' },
    NO_REASON: { description: 'REJECTED needs a reason code or a text.' },
  },
})

const reasonDescription = `For REJECTED: the board’s own words, at most ${maxReasonLength} characters; provider and physician read them.`

@InputType({ description: 'One answer of a certifying board.' })
class MocAnswerInput {
  @Field(() => ID, { description: 'Id of the points’ part.' })
  partId!: string

  @Field(() => BoardDecision, { description: 'The answer.' })
  decision!: BoardDecision

  @Field(() => BoardReason, { nullable: true, description: 'For REJECTED: why, so that a fix can be proposed.' })
  reasonCode?: BoardReasonCode | null

  @Field(() => String, { nullable: true, description: reasonDescription })
  reason?: string | null
}

@ObjectType({ description: 'What became of one answer of a certifying board.' })
class MocAnswerResult {
  @Field(() => ID, { description: 'Id of the points’ part, as given.' })
  partId!: string

  @Field(() => MocAnswerOutcome, { description: 'What became of the answer.' })
  outcome!: AnswerOutcome

  @Field(() => String, { description: 'The same as a sentence.' })
  message!: string
}

@Resolver()
export class MocAnswerResolver {
  @Mutation(() => MocCredit, {
    description:
      'Answers for your certifying board whether points count. The same answer again changes nothing; another one than before is CONFLICT.',
  })
  decideMoc(
    @Arg('partId', () => ID, { description: 'Id of the points’ part.' }) partId: string,
    @Arg('decision', () => BoardDecision, { description: 'The answer.' }) decision: BoardDecision,
    @Arg('reason', () => String, { nullable: true, description: reasonDescription }) reason: string | null,
    @Arg('reasonCode', () => BoardReason, {
      nullable: true,
      description: 'For REJECTED: why, so that a fix can be proposed. OTHER when omitted.',
    })
    reasonCode: BoardReasonCode | null,
    @Ctx() context: CreditsContext,
  ): Promise<MocCredit> {
    return decideMoc({ partId, decision, reason, reasonCode }, context)
  }

  @Mutation(() => [MocAnswerResult], {
    description: `Answers for your certifying board, 1 to ${maxAnswers.toLocaleString('en-US')} at once. Each answer stands alone; sending the same list again changes nothing.`,
  })
  async decideMocs(
    @Arg('answers', () => [MocAnswerInput], { description: 'The answers, in any order.' }) answers: MocAnswerInput[],
    @Ctx() context: CreditsContext,
  ): Promise<MocAnswerResult[]> {
    const results = await decideMocs(answers, context)
    return results.map((result) => ({ ...result, message: answerSentence(result.outcome) }))
  }
}
