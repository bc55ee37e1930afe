import { Arg, Ctx, Directive, ID, Query, Resolver, Subscription } from 'type-graphql'
import { notFound } from '../../shared/errors.js'
import { readFilePage } from '../../shared/live/file-page.query.js'
import { LivePage } from '../../shared/live/live-page.js'
import { subscribeAtGateway as subscribe } from '../../shared/live/subscribe-at-gateway.js'
import type { LearnersContext } from '../context.js'
import { ValidationBatch } from '../validation/file/validation-batch.js'

/** What can be followed: how far files are, and for the gateway which have moved on. */
@Resolver()
export class LiveResolver {
  @Directive('@inaccessible')
  @Query(() => LivePage, {
    description: 'Which files have moved on behind a cursor, for the gateway; without a cursor, where to begin.',
  })
  async learnersLiveEvents(
    @Arg('after', () => String, { nullable: true, description: 'The cursor.' }) after: string | null,
    @Arg('channels', () => [String], { description: 'The channels; at most 10,000.' }) channels: string[],
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<LivePage> {
    if (viewer.claims) throw notFound('There is nothing at this address.')
    return readFilePage(em, after, channels)
  }

  @Subscription(() => ValidationBatch, {
    subscribe,
    description:
      'A validation file of your provider: how it stands now, and again whenever it has moved on. NOT_FOUND as for `validationBatch`.',
  })
  validationBatchProgress(
    @Arg('batchId', () => ID, { description: 'Id of the batch.' }) _batchId: string,
  ): ValidationBatch {
    return subscribe()
  }
}
