import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { uuid } from '../../shared/graphql/id.js'
import { Instant } from '../../shared/graphql/scalars.js'
import type { LearnersContext } from '../context.js'
import { Learner } from '../learner/learner.js'
import { explain } from '../matching/decision/explain.js'
import { MatchRecord } from '../matching/decision/match-record.js'
import { readOnFile } from '../matching/decision/on-file.js'
import { readDecision } from '../matching/decision/read-decision.js'
import { undoableUntil } from './decide-review.js'
import { findCases, orderOf } from './find-cases.js'
import { ReviewCase, ReviewCaseConnection } from './review-case.js'
import { claimOf, ReviewClaim } from './review-claim.js'
import { ReviewCount } from './review-count.js'
import { ReviewKind, ReviewState } from './review-enums.js'
import { ReviewRow } from './review-row.js'
import { countCases, maxListedRows } from './review-rows.query.js'
import { ReviewStep } from './review-step.js'

@ArgsType()
class ReviewCaseListArgs extends PageArgs {
  @Field(() => ReviewState, { defaultValue: ReviewState.OPEN, description: 'Only cases that stand so.' })
  state!: ReviewState

  @Field(() => ReviewKind, { nullable: true, description: 'Only cases of this kind.' })
  kind?: ReviewKind | null

  @Field(() => ID, { nullable: true, description: 'Only cases of this provider.' })
  providerId?: string | null
}

@ObjectType({ description: 'Whom an operator has chosen.' })
export class ReviewChoice {
  @Field(() => Learner, { nullable: true, description: 'The physician; null for nobody.' })
  learner!: Learner | null

  @Field(() => Boolean, { description: 'True where nobody on file is meant.' })
  isNobody!: boolean
}

/** What providers ask about whom they mean, for operators alone: everybody else is answered FORBIDDEN. */
@Resolver(() => ReviewCase)
export class ReviewResolver {
  @Query(() => ReviewCaseConnection, {
    description:
      'Questions of providers. What waits is ordered by expected harm, most first; what is over, the newest first. For operators.',
  })
  async reviewCases(
    @Args(() => ReviewCaseListArgs) args: ReviewCaseListArgs,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<Connection<ReviewCase>> {
    viewer.operator()
    const { state, kind, providerId } = args
    const cases = await findCases(em, { state, kind, providerId, after: args.after ?? null, limit: pageSize(args) + 1 })
    return toConnection(cases, args, orderOf[state].placeOf, (found) => found)
  }

  @Query(() => ReviewCase, { description: 'One question of a provider. For operators; NOT_FOUND where there is none.' })
  async reviewCase(
    @Arg('caseId', () => ID, { description: 'Id of the case.' }) caseId: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ReviewCase> {
    viewer.operator()
    return em.findOneOrFail(ReviewCase, uuid(caseId))
  }

  @Query(() => [ReviewCount], { description: 'How much waits, one count for each kind. For operators.' })
  async reviewCounts(@Ctx() { em, viewer }: LearnersContext): Promise<ReviewCount[]> {
    viewer.operator()
    return countCases(em)
  }

  @FieldResolver(() => ReviewClaim, { description: 'What was given.' })
  claim(@Root() { claim }: ReviewCase): ReviewClaim {
    return claimOf(claim)
  }

  @FieldResolver(() => [ReviewRow], {
    description: `The rows it stands for, the oldest first; at most ${maxListedRows}.`,
  })
  rows(@Root() { caseId }: ReviewCase, @Ctx() { reviewRows }: LearnersContext): Promise<ReviewRow[]> {
    return reviewRows.load(caseId)
  }

  @FieldResolver(() => MatchRecord, {
    description: 'What matching found when the case was opened, beside what was given and what is on file now (I14).',
  })
  async match(@Root() { decisionId, claim }: ReviewCase, @Ctx() { em }: LearnersContext): Promise<MatchRecord> {
    const kept = await readDecision(em, decisionId)
    const people = await readOnFile(
      em,
      kept.candidates.map(({ personId }) => personId),
    )
    return explain(kept, people, claim)
  }

  @FieldResolver(() => ReviewChoice, {
    nullable: true,
    description: 'Who was chosen, while PROPOSED or DECIDED; a learner who was merged since leads to the survivor.',
  })
  async choice(
    @Root() { state, learner, isNobody }: ReviewCase,
    @Ctx() { learners }: LearnersContext,
  ): Promise<ReviewChoice | null> {
    if (state !== ReviewState.PROPOSED && state !== ReviewState.DECIDED) return null
    return { learner: learner ? await learners.load(learner.learnerId) : null, isNobody }
  }

  @FieldResolver(() => [ReviewStep], { description: 'What was done about it, the first step first.' })
  async history(@Root() { steps }: ReviewCase): Promise<ReviewStep[]> {
    const taken = await steps.load({ dataloader: true })
    return taken.getItems().toSorted((one, other) => one.sequence - other.sequence)
  }

  @FieldResolver(() => Instant, {
    nullable: true,
    description: 'Until when a decision can be taken back: ten seconds after it was made; null for all others.',
  })
  undoableUntil(@Root() found: ReviewCase): Date | null {
    const until = undoableUntil(found)
    return until && until > new Date() ? until : null
  }
}

@Resolver(() => ReviewStep)
export class ReviewStepResolver {
  @FieldResolver(() => Learner, { nullable: true, description: 'Who was chosen; null for nobody, and where none was.' })
  async learner(@Root() { learner }: ReviewStep, @Ctx() { learners }: LearnersContext): Promise<Learner | null> {
    return learner ? learners.load(learner.learnerId) : null
  }
}
