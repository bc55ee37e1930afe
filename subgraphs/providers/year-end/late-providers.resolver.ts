import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { badInput, forbidden } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import type { ProvidersContext } from '../context.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import { type DueYear, dueYearOf, findDueYears } from './due-years.query.js'
import { ProviderYear, ProviderYearConnection } from './late-provider.js'
import { isComplete, stepsOf } from './steps.js'
import { readYearFacts } from './year-facts.query.js'
import { refuseOddYear, reopenYear } from './year-record.js'

const maxReasonLength = 500

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
    const [behind = ''] = args.after ? fromCursor(args.after, ['TEXT']) : ['']
    const due = await findDueYears(context.em, args.year, today, {
      behind,
      limit: pageSize(args) + 1,
      wished: ({ daysLate, closedAt }) => !args.lateOnly || (daysLate > 0 && !closedAt),
    })
    return toConnection(
      await withSteps(context, due, args.year),
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
    const open = { providerId, recognizedAccreditor: provider.recognizedAccreditor ?? null, closedAt: null }
    const due = dueYearOf(open, year, centralDay(context.now()))
    const [reopened] = await withSteps(context, [due], year)
    if (!reopened) throw new Error('A provider has no year.')
    return reopened
  }
}

function operatorOf({ viewer }: ProvidersContext): string {
  const { role, displayName } = viewer.signedIn()
  if (role !== 'OPERATOR') throw forbidden('Only the operator can do that.')
  return displayName
}

/** Counting the activities of a provider is the dear part: it is done for those alone that are shown. */
async function withSteps(
  { em, organizations }: ProvidersContext,
  due: readonly DueYear[],
  year: number,
): Promise<ProviderYear[]> {
  const ids = due.map(({ providerId }) => providerId)
  const facts = new Map((await readYearFacts(em, ids, year)).map((found) => [found.providerId, found]))
  const providers = await Promise.all(ids.map((id) => organizations.load(id)))
  return due.flatMap(({ providerId, ...row }, index) => {
    const own = facts.get(providerId)
    const provider = providers[index]
    return own && provider ? [{ ...row, provider, steps: stepsOf(own), isComplete: isComplete(own) }] : []
  })
}
