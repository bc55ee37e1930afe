import { Args, ArgsType, Ctx, Directive, Field, Int, Query, Resolver } from 'type-graphql'
import { notFound, pageTooLarge } from '../../shared/errors.js'
import { readEvents } from '../../shared/outbox/outbox.js'
import type { LearnersContext } from '../context.js'
import { SurvivorFactPage } from '../merge/survivor-fact.js'
import { readSurvivorFacts } from '../merge/survivor-facts.query.js'
import { type LearnerEvent, LearnerEventPage, type LearnerEventType } from './learner-event.js'
import { LicenseFactPage } from './license-fact.js'
import { readLicenseFacts } from './license-facts.query.js'

const maxPageSize = 5_000

@ArgsType()
class BulkPageArgs {
  @Field(() => Int, { defaultValue: 1_000, description: `Items per page, 1 to ${maxPageSize}.` })
  first!: number

  @Field(() => String, { nullable: true, description: 'Cursor of the page before; omit it to begin.' })
  after?: string | null
}

/** What other parts of the platform need to keep read models of licenses and merges; not in the public graph. */
@Resolver()
export class LearnerFactsResolver {
  @Directive('@inaccessible')
  @Query(() => LicenseFactPage, { description: 'All license facts, for other parts of the platform.' })
  async learnerLicenseFacts(
    @Args(() => BulkPageArgs) page: BulkPageArgs,
    @Ctx() context: LearnersContext,
  ): Promise<LicenseFactPage> {
    mayReadInBulk(context, page)
    return readLicenseFacts(context.em, page.after ?? null, page.first)
  }

  @Directive('@inaccessible')
  @Query(() => SurvivorFactPage, { description: 'All merges in force, for other parts of the platform.' })
  async learnerMergeFacts(
    @Args(() => BulkPageArgs) page: BulkPageArgs,
    @Ctx() context: LearnersContext,
  ): Promise<SurvivorFactPage> {
    mayReadInBulk(context, page)
    return readSurvivorFacts(context.em, page.after ?? null, page.first)
  }

  @Directive('@inaccessible')
  @Query(() => LearnerEventPage, { description: 'What has happened since, for other parts of the platform.' })
  async learnerEvents(
    @Args(() => BulkPageArgs) page: BulkPageArgs,
    @Ctx() context: LearnersContext,
  ): Promise<LearnerEventPage> {
    mayReadInBulk(context, page)
    const events = await readEvents(context.em, page.after ?? null, page.first)
    return {
      events: events.map(({ eventId, type, aggregateType, aggregateId, payload }) => ({
        eventId,
        type: type as LearnerEventType,
        learnerId: aggregateType === 'learner' ? aggregateId : null,
        licenses: [],
        survivors: [],
        rows: [],
        ...(payload as Partial<LearnerEvent>),
      })),
      endCursor: events.at(-1)?.cursor ?? page.after ?? null,
    }
  }
}

function mayReadInBulk({ caller }: LearnersContext, { first }: BulkPageArgs): void {
  if (caller === 'gateway') throw notFound('There is nothing at this address.')
  if (first < 1 || first > maxPageSize) throw pageTooLarge(`Ask for 1 to ${maxPageSize} items a page, not ${first}.`)
}
