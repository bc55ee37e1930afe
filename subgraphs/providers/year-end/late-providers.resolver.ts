import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { badInput, forbidden } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import type { ProvidersContext } from '../context.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import { daysBetween, reportingDeadline } from './deadline.js'
import { ProviderYear, ProviderYearConnection } from './late-provider.js'
import { isComplete, stepsOf, type YearFacts } from './steps.js'
import { readYearFacts } from './year-facts.query.js'
import { readYears, refuseOddYear, reopenYear } from './year-record.js'

const maxReasonLength = 500
/** Providers that are looked at for one page, so that a page of late ones is found among many that are not. */
const lookedAt = 500

@ArgsType()
class ProviderYearArgs extends PageArgs {
  @Field(() => Int, { description: 'The calendar year that is reported.' })
  year!: number

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'True for those alone whose deadline has passed and whose year is not closed.',
  })
  lateOnly!: boolean
}

/** What the operator sees of all providers, and what only the operator may do. */
@Resolver()
export class LateProvidersResolver {
  @Query(() => ProviderYearConnection, {
    description:
      'Providers and how far their year is, by id; for the operator. A page may have fewer than `first`, even none, and go on.',
  })
  async providerYears(
    @Args(() => ProviderYearArgs) args: ProviderYearArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<Connection<ProviderYear>> {
    operatorOf(context)
    const today = centralDay(context.now())
    refuseOddYear(args.year, today)
    const size = pageSize(args)
    const found: ProviderYear[] = []
    let [behind = ''] = args.after ? fromCursor(args.after, ['TEXT']) : ['']
    for (let more = true; more && found.length <= size; ) {
      const providers = await context.em.find(
        ProviderOrganization,
        { providerId: { $gt: behind } },
        { orderBy: { providerId: 'asc' }, limit: lookedAt },
      )
      const years = await yearsOf(context, providers, args.year, today)
      found.push(...years.filter((year) => !args.lateOnly || (year.daysLate > 0 && !year.closedAt)))
      behind = providers.at(-1)?.providerId ?? ''
      more = providers.length === lookedAt
    }
    return toConnection(
      found.slice(0, size + 1),
      args,
      ({ provider }) => [provider.providerId],
      (row) => row,
    )
  }

  @Mutation(() => ProviderYear, {
    description:
      'Reopens a year that a provider has closed; the operator alone may (R06). CONFLICT where it is not closed.',
  })
  async reopenReportingYear(
    @Arg('providerId', () => ID, { description: 'The provider, seven digits.' }) providerId: string,
    @Arg('year', () => Int, { description: 'The calendar year.' }) year: number,
    @Arg('reason', () => String, { description: 'Why, in 1 to 500 characters; the provider reads it.' }) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<ProviderYear> {
    const by = operatorOf(context)
    const said = reason.trim()
    if (!said || said.length > maxReasonLength) throw badInput(`Say why, in 1 to ${maxReasonLength} characters.`)
    const provider = await context.em.findOneOrFail(ProviderOrganization, providerId)
    await reopenYear(context.em, providerId, year, said, by, context.now())
    const [reopened] = await yearsOf(context, [provider], year, centralDay(context.now()))
    if (!reopened) throw new Error('A provider has no year.')
    return reopened
  }
}

function operatorOf({ viewer }: ProvidersContext): string {
  const { role, displayName } = viewer.signedIn()
  if (role !== 'OPERATOR') throw forbidden('Only the operator can do that.')
  return displayName
}

async function yearsOf(
  { em }: ProvidersContext,
  providers: readonly ProviderOrganization[],
  year: number,
  today: string,
): Promise<ProviderYear[]> {
  const ids = providers.map(({ providerId }) => providerId)
  const facts = new Map((await readYearFacts(em, ids, year)).map((found) => [found.providerId, found]))
  const records = await readYears(em, ids, year)
  return providers.flatMap((provider) => {
    const own: YearFacts | undefined = facts.get(provider.providerId)
    if (!own) return []
    const { on } = reportingDeadline(year, provider.recognizedAccreditor)
    return {
      provider,
      deadlineOn: on,
      daysLate: daysBetween(on, today),
      steps: stepsOf(own),
      isComplete: isComplete(own),
      closedAt: records.get(provider.providerId)?.closedAt ?? null,
    }
  })
}
