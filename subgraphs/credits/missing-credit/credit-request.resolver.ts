import type { FilterQuery } from '@mikro-orm/postgresql'
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { Day } from '../../shared/graphql/scalars.js'
import { Completion } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { ActivityReference, ProviderReference } from '../references.js'
import { askCredit } from './ask-credit.js'
import { removeCertificate } from './certificate.js'
import { findActivityChoices, findProviderChoices } from './choices.query.js'
import { CreditRequest, CreditRequestConnection } from './credit-request.js'
import { visibleRequests } from './credit-request.policy.js'
import { addNote, askAgain, withdrawRequest } from './follow-up.js'
import { requestLimits } from './limits.js'
import { findRequest } from './record-step.js'
import { CreditRequestArgs, CreditRequestCounts, RequestCreditInput, RequestCreditResult } from './request-input.js'
import { RequestStep } from './request-step.js'

const idDescription = 'Id of the request.'
const noteDescription = `1 to ${requestLimits.wordsLength} characters.`

/** Requests for missing credit, and what the physician does with them. */
@Resolver(() => CreditRequest)
export class CreditRequestResolver {
  @Query(() => CreditRequestConnection, {
    description:
      'Requests for missing credit: your own, the newest first; for a provider those put to it, and for an operator those that providers have left unanswered, the longest waiting first.',
  })
  async creditRequests(
    @Args(() => CreditRequestArgs) args: CreditRequestArgs,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<Connection<CreditRequest>> {
    const direction = viewer.signedIn().role === 'PHYSICIAN' ? 'desc' : 'asc'
    const conditions: FilterQuery<CreditRequest>[] = [
      visibleRequests(viewer),
      ...(args.states ? [{ state: { $in: args.states } }] : []),
      ...(args.after ? [behind(args.after, direction)] : []),
    ]
    const requests = await em.find(
      CreditRequest,
      { $and: conditions },
      { orderBy: [{ askedAt: direction }, { requestId: direction }], limit: pageSize(args) + 1 },
    )
    const keyOf = ({ askedAt, requestId }: CreditRequest) => [askedAt.toISOString(), requestId]
    return toConnection(requests, args, keyOf, (request) => request)
  }

  @Query(() => CreditRequest, { description: 'One request. NOT_FOUND when there is none, or you may not see it.' })
  creditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<CreditRequest> {
    return findRequest(em, requestId, viewer)
  }

  @Query(() => CreditRequestCounts, { description: 'How many requests wait, of those that you see.' })
  async creditRequestCounts(@Ctx() { em, viewer }: CreditsContext): Promise<CreditRequestCounts> {
    const visible = visibleRequests(viewer)
    const counted = (condition: FilterQuery<CreditRequest>) => em.count(CreditRequest, { $and: [visible, condition] })
    return {
      open: await counted({ endedAt: null }),
      reminded: await counted({ state: 'REMINDED' }),
      overdue: await counted({ state: 'ESCALATED' }),
    }
  }

  @Query(() => [ActivityReference], {
    description: `Activities of which credit can be asked for, by words of title and provider, those of the day first: ${requestLimits.choices} at most. Also those that are over or not displayed. For physicians.`,
  })
  async creditRequestActivities(
    @Arg('text', () => String, { description: 'What is typed; the first 200 characters count.' }) text: string,
    @Arg('completedOn', () => Day, { nullable: true, description: 'Day of completion.' }) day: string | undefined,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<ActivityReference[]> {
    viewer.ownLearnerId()
    return (await findActivityChoices(em, text, day ?? null)).map((activityId) => ({ activityId }))
  }

  @Query(() => [ProviderReference], {
    description: `Providers that can be asked, by words of their name: ${requestLimits.choices} at most. For physicians.`,
  })
  async creditRequestProviders(
    @Arg('text', () => String, { description: 'What is typed; the first 200 characters count.' }) text: string,
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<ProviderReference[]> {
    viewer.ownLearnerId()
    return (await findProviderChoices(em, text)).map((providerId) => ({ providerId }))
  }

  @Mutation(() => RequestCreditResult, {
    description: `Asks a provider for credit that is not on your record; with it the provider learns your name and a license. Answered at once where the credit, or the same request, is there. BAD_USER_INPUT for what no provider could confirm; QUOTA_EXCEEDED beyond ${requestLimits.openRequests} open requests or ${requestLimits.asksADay} in 24 hours.`,
  })
  async requestCredit(
    @Arg('input', () => RequestCreditInput, { description: 'What is missing.' }) input: RequestCreditInput,
    @Ctx() context: CreditsContext,
  ): Promise<RequestCreditResult> {
    const asked = await askCredit(input, context)
    if (asked.outcome !== 'ALREADY_REPORTED') return { ...asked, completion: null }
    const completion = await context.completions.load(asked.completionId)
    return { outcome: asked.outcome, request: null, completion }
  }

  @Mutation(() => CreditRequest, {
    description: `Adds a note to your open request, ${requestLimits.notes} at most. CONFLICT when it has ended.`,
  })
  addCreditRequestNote(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('words', () => String, { description: noteDescription }) words: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return addNote(requestId, words, context)
  }

  @Mutation(() => CreditRequest, { description: 'Takes your open request back. CONFLICT when it has ended otherwise.' })
  withdrawCreditRequest(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return withdrawRequest(requestId, context)
  }

  @Mutation(() => CreditRequest, {
    description: 'Asks once more for what was rejected; the clock begins anew. CONFLICT where that is not possible.',
  })
  askCreditRequestAgain(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Arg('words', () => String, { description: `Why, for the provider. ${noteDescription}` }) words: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return askAgain(requestId, words, context)
  }

  @Mutation(() => CreditRequest, { description: 'Removes the certificate that you sent with your request.' })
  removeRequestCertificate(
    @Arg('requestId', () => ID, { description: idDescription }) requestId: string,
    @Ctx() context: CreditsContext,
  ): Promise<CreditRequest> {
    return removeCertificate(requestId, context)
  }

  @FieldResolver(() => Completion, { nullable: true, description: 'For CONFIRMED: the record that has the credit.' })
  completion(@Root() { completionId }: CreditRequest, @Ctx() { completions }: CreditsContext) {
    return completionId ? completions.load(completionId) : null
  }

  @FieldResolver(() => [RequestStep], { description: 'Everything that has happened to it, the earliest first.' })
  history(@Root() { requestId }: CreditRequest, @Ctx() { requestSteps }: CreditsContext): Promise<RequestStep[]> {
    return requestSteps.load(requestId)
  }
}

function behind(cursor: string, direction: 'asc' | 'desc'): FilterQuery<CreditRequest> {
  const [askedAt, requestId] = fromCursor(cursor, ['INSTANT', 'UUID'])
  const beyond = direction === 'desc' ? '$lt' : '$gt'
  const at = new Date(askedAt)
  return { $or: [{ askedAt: { [beyond]: at } }, { askedAt: at, requestId: { [beyond]: requestId } }] }
}
