import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { uuid } from '../../shared/graphql/id.js'
import { Completion } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import type { CreditsContext } from '../context.js'
import { writtenFor } from '../learner/same-learner.js'
import { confirmRequest, pointToRecord, rejectRequest } from './answer-request.js'
import { CreditRequest } from './credit-request.js'
import { requestLimits } from './limits.js'
import { closeRequest, remindByOperator } from './oversee-request.js'
import { findRequest } from './record-step.js'
import { ConfirmCreditResult, RejectCreditInput } from './request-input.js'

const idDescription = 'Id of the request.'

/** What providers answer to requests for missing credit, and what operators do where they do not. */
@Resolver()
export class CreditRequestAnswerResolver {
  @Query(() => [Completion], {
    description: `Records of your provider of the physician who asks, the newest first: ${requestLimits.choices} at most. One of them may have the credit already.`,
  })
  async creditRequestRecords(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Completion[]> {
    const { learnerId } = await findRequest(em, requestId, viewer, 'answer')
    return findRecords(em, {
      scope: visibleParts(viewer),
      and: [writtenFor(learnerId)],
      order: 'NEWEST_COMPLETED',
      limit: requestLimits.choices,
    })
  }

  @Mutation(() => ConfirmCreditResult, {
    description:
      'Confirms a request for missing credit: a record is made by the same rules as any other, about the physician who asked. The credits and the points of each board stand or fall alone. Done again it does nothing. CONFLICT when the request has ended otherwise.',
  })
  async confirmCreditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('activityId', () => ID, {
      nullable: true,
      description: 'Which of your activities it was; needed where the physician described it in words.',
    })
    activityId: string | undefined,
    @Ctx() context: CreditsContext,
  ): Promise<ConfirmCreditResult> {
    const { request, row } = await confirmRequest(requestId, activityId ?? null, context)
    return { request, issues: row?.issues ?? [] }
  }

  @Mutation(() => CreditRequest, { description: 'Rejects a request for missing credit. CONFLICT when it has ended.' })
  rejectCreditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('input', () => RejectCreditInput, { description: 'Why.' }) input: RejectCreditInput,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return rejectRequest(requestId, input, context)
  }

  @Mutation(() => CreditRequest, {
    description:
      'Answers a request for missing credit with a record of yours that has the credit. NOT_FOUND where it is no record of that physician.',
  })
  pointCreditRequestToRecord(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('completionId', () => ID, { description: 'Id of the record.' }) completionId: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return pointToRecord(requestId, uuid(completionId), context)
  }

  @Mutation(() => CreditRequest, {
    description: 'Reminds a provider of a request that it has left unanswered, once a day at most. For operators.',
  })
  remindOfCreditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return remindByOperator(requestId, context)
  }

  @Mutation(() => CreditRequest, {
    description:
      'Closes a request that its provider has left unanswered: it is rejected with NO_ANSWER. For operators.',
  })
  closeCreditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('words', () => String, {
      description: `What the physician should know, 1 to ${requestLimits.wordsLength} characters.`,
    })
    words: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return closeRequest(requestId, words, context)
  }
}
