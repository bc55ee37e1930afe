import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql'
import { badInput, notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { CreditNews, CreditPosition } from './credit-news.js'
import { creditPosition, receiveCredit } from './receive-credit.js'

const maxSums = 5_000

/** Where credits says what becomes of credit; not in the public graph. */
@Resolver()
export class ReceiveCreditResolver {
  @Directive('@inaccessible')
  @Query(() => String, { nullable: true, description: 'Up to where credit has been told; null for from zero.' })
  async creditPosition(@Ctx() { em, caller }: ProvidersContext): Promise<string | null> {
    refuseOthers(caller)
    return creditPosition(em)
  }

  @Directive('@inaccessible')
  @Mutation(() => CreditPosition, {
    description:
      'Takes the next page of what has happened to credit; one that does not follow on the position changes nothing.',
  })
  async receiveCredit(
    @Arg('news', () => CreditNews, { description: `The page, with at most ${maxSums} sums of each kind.` })
    news: CreditNews,
    @Ctx() { em, caller }: ProvidersContext,
  ): Promise<CreditPosition> {
    refuseOthers(caller)
    if (Math.max(news.activities.length, news.days.length) > maxSums)
      throw badInput(`Tell at most ${maxSums} sums at once.`)
    return { position: await receiveCredit(em, news) }
  }
}

function refuseOthers(caller: string): void {
  if (caller !== 'credits') throw notFound('There is nothing at this address.')
}
