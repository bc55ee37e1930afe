import { Arg, Ctx, Directive, ID, Query, Resolver, Subscription } from 'type-graphql'
import { notFound } from '../../shared/errors.js'
import { LivePage } from '../../shared/live/live-page.js'
import { subscribeAtGateway as subscribe } from '../../shared/live/subscribe-at-gateway.js'
import { Batch } from '../batch/batch.js'
import { Completion } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { readLivePage } from './live-page.query.js'

/** What can be followed: the fields, and for the gateway what has happened. */
@Resolver()
export class LiveResolver {
  @Directive('@inaccessible')
  @Query(() => LivePage, {
    description: 'What has happened on channels behind a cursor, for the gateway; without a cursor, where to begin.',
  })
  async liveEvents(
    @Arg('after', () => String, { nullable: true, description: 'The cursor.' }) after: string | null,
    @Arg('channels', () => [String], { description: 'The channels; at most 10,000.' }) channels: string[],
    @Ctx() { em, viewer }: CreditsContext,
  ): Promise<LivePage> {
    if (viewer.claims) throw notFound('There is nothing at this address.')
    return readLivePage(em, after, channels)
  }

  @Subscription(() => Batch, {
    subscribe,
    description:
      'A batch of your provider: how it stands now, and again whenever it has moved on. NOT_FOUND as for `batch`.',
  })
  batchProgress(@Arg('batchId', () => ID, { description: 'Id of the batch.' }) _batchId: string): Batch {
    return subscribe()
  }

  @Subscription(() => Completion, {
    subscribe,
    description:
      'For physicians: a record of yours whenever one is recorded or corrected, or a board has decided on it. FORBIDDEN for everybody else.',
  })
  newCredit(): Completion {
    return subscribe()
  }

  @Subscription(() => Completion, {
    subscribe,
    description:
      'For boards: a record of a licensee with CME credit (V01), or with points for your certifying board (V02), whenever one is recorded, corrected or decided on. FORBIDDEN for everybody else.',
  })
  boardCredit(): Completion {
    return subscribe()
  }

  @Subscription(() => Completion, {
    subscribe,
    description:
      'For providers: a record of yours whenever a board has decided on its points (V03). FORBIDDEN for everybody else.',
  })
  boardDecisions(): Completion {
    return subscribe()
  }
}
