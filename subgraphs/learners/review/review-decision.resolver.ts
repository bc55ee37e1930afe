import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql'
import { badInput, notFound } from '../../shared/errors.js'
import type { LearnersContext } from '../context.js'
import { type Choice, confirmReview, decideReview, undoReview } from './decide-review.js'
import { receiveReviews } from './receive-reviews.js'
import { ReviewCase } from './review-case.js'
import { ReviewNews } from './review-news.js'
import { maxNoteLength } from './take-step.js'

const maxNews = 500
const noteWords = `Why; kept with your name, at most ${maxNoteLength} characters.`

/** What operators decide about whom providers mean, and how other parts bring the questions. */
@Resolver()
export class ReviewDecisionResolver {
  @Mutation(() => ReviewCase, {
    description:
      'Says whom a provider means, or that nobody on file is meant. For operators. It comes into force after twelve seconds: the rows are judged again, and matching follows it for the same details of that provider. A choice against a rule, or of somebody whom matching had not considered, is PROPOSED until a second operator confirms. CONFLICT where it was decided or withdrawn.',
  })
  decideReview(
    @Arg('caseId', () => ID, { description: 'Id of the case.' }) caseId: string,
    @Arg('learnerId', () => ID, { nullable: true, description: 'Who is meant; anybody on file.' })
    learnerId: string | undefined,
    @Arg('nobody', () => Boolean, { defaultValue: false, description: 'True where nobody on file is meant.' })
    nobody: boolean,
    @Arg('note', () => String, { nullable: true, description: `${noteWords} Needed where a second operator is.` })
    note: string | undefined,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ReviewCase> {
    const accountId = viewer.operator()
    return decideReview(em, caseId, choiceOf(learnerId, nobody), { accountId, note })
  }

  @Mutation(() => ReviewCase, {
    description: 'Confirms what another operator has proposed. FORBIDDEN for whoever proposed it.',
  })
  confirmReview(
    @Arg('caseId', () => ID, { description: 'Id of the case.' }) caseId: string,
    @Arg('note', () => String, { nullable: true, description: noteWords }) note: string | undefined,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ReviewCase> {
    const accountId = viewer.operator()
    return confirmReview(em, caseId, { accountId, note })
  }

  @Mutation(() => ReviewCase, {
    description:
      'Takes a proposal back, or within ten seconds a decision: the case is OPEN again. For operators. CONFLICT when it is too late.',
  })
  undoReview(
    @Arg('caseId', () => ID, { description: 'Id of the case.' }) caseId: string,
    @Arg('note', () => String, { nullable: true, description: noteWords }) note: string | undefined,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<ReviewCase> {
    const accountId = viewer.operator()
    return undoReview(em, caseId, { accountId, note })
  }

  @Directive('@inaccessible')
  @Mutation(() => Int, {
    description: 'Takes up what providers ask, for other parts of the platform; how much was new.',
  })
  async receiveReviews(
    @Arg('news', () => [ReviewNews], { description: `At most ${maxNews}.` }) news: ReviewNews[],
    @Ctx() { em, caller, matching }: LearnersContext,
  ): Promise<number> {
    if (caller === 'gateway') throw notFound('There is nothing at this address.')
    if (news.length > maxNews) throw badInput(`Tell of at most ${maxNews} rows at once.`)
    return receiveReviews(em, matching, news)
  }
}

function choiceOf(learnerId: string | null | undefined, nobody: boolean): Choice {
  if (nobody === Boolean(learnerId)) throw badInput('Name one learner, or say that nobody is meant.')
  return learnerId ? { learnerId } : 'NOBODY'
}
