import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { uuid } from '../../shared/graphql/id.js'
import { Batch } from '../batch/batch.js'
import type { CreditsContext } from '../context.js'
import { countReviewable, maxOpenRows, requestReview, withdrawReview } from './request-review.js'

/** What a provider asks the platform’s people about its own rows. */
@Resolver(() => Batch)
export class ReviewResolver {
  @Mutation(() => Batch, {
    description: `Asks people whom rows mean that were rejected for nothing but the learner’s identity; they become IN_REVIEW. For people who report for the provider. Rows in review already stay so. BAD_USER_INPUT names a row that may not be asked about, QUOTA_EXCEEDED where more than ${maxOpenRows} rows of the provider would wait, CONFLICT for a batch that is not DONE or was a try.`,
  })
  requestReview(
    @Arg('batchId', () => ID, { description: 'Id of the batch; of a form or API entry too.' }) batchId: string,
    @Arg('rowNumbers', () => [Int], {
      nullable: true,
      description: `Which rows, at most ${maxOpenRows}; without it all that may be asked about.`,
    })
    rowNumbers: number[] | undefined,
    @Ctx() context: CreditsContext,
  ): Promise<Batch> {
    return requestReview(uuid(batchId), rowNumbers ?? null, context)
  }

  @Mutation(() => Batch, {
    description:
      'Takes rows out of review: they are REJECTED again. Rows that were answered meanwhile keep their outcome.',
  })
  withdrawReview(
    @Arg('batchId', () => ID, { description: 'Id of the batch.' }) batchId: string,
    @Arg('rowNumbers', () => [Int], {
      nullable: true,
      description: `Which rows, at most ${maxOpenRows}; without it all that are in review.`,
    })
    rowNumbers: number[] | undefined,
    @Ctx() context: CreditsContext,
  ): Promise<Batch> {
    return withdrawReview(uuid(batchId), rowNumbers ?? null, context)
  }

  @FieldResolver(() => Int, {
    description: `How many of its rows may be asked about whom they mean; counted up to ${maxOpenRows}.`,
  })
  reviewableRows(@Root() batch: Batch, @Ctx() { em }: CreditsContext): Promise<number> {
    return countReviewable(em, batch)
  }
}
