import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { centralDay } from '../../reference/central-day.js'
import { badInput, notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ProvidersContext } from '../context.js'
import { countHints, type FoundHint, findHints, type HintQuestion } from './quality-hints.query.js'
import { qualityRules } from './quality-rules.js'
import { QualityCount, QualityHint, QualityHintConnection } from './year-end.js'
import { refuseOddYear } from './year-record.js'

const maxReasonLength = 500

@ArgsType()
class QualityHintArgs extends PageArgs {
  @Field(() => Int, { description: 'The calendar year in which the activities started or ended.' })
  year!: number

  @Field(() => Boolean, { defaultValue: false, description: 'True for those that were dismissed.' })
  dismissed!: boolean
}

/** What is probably wrong in a year, and what the provider says about it. */
@Resolver()
export class QualityResolver {
  @Query(() => [QualityCount], { description: 'How often each quality rule found something that is not dismissed.' })
  async qualityCounts(
    @Arg('year', () => Int, { description: 'The calendar year.' }) year: number,
    @Ctx() context: ProvidersContext,
  ): Promise<QualityCount[]> {
    const found = await countHints(context.em, await questionOf(context, year, false))
    const counts = new Map(found.map(({ code, count }) => [code, count]))
    return qualityRules.map(({ code, title }) => ({ code, title, count: counts.get(code) ?? 0 }))
  }

  @Query(() => QualityHintConnection, { description: 'What is probably wrong in the activities of a year, by rule.' })
  async qualityHints(
    @Args(() => QualityHintArgs) args: QualityHintArgs,
    @Ctx() context: ProvidersContext,
  ): Promise<Connection<QualityHint>> {
    const after = args.after ? fromCursor(args.after, ['TEXT', 'TEXT', 'TEXT']) : null
    const question = await questionOf(context, args.year, args.dismissed)
    const rows = await findHints(context.em, question, after, pageSize(args) + 1)
    return toConnection(rows, args, ({ code, activityId, otherId }) => [code, activityId, otherId], hintOf)
  }

  @Mutation(() => Boolean, {
    description:
      'Says why a hint is no fault. Again it changes the reason. BAD_USER_INPUT without a reason of at most 500 characters.',
  })
  async dismissQualityHint(
    @Arg('code', () => String, { description: 'Code of the rule.' }) code: string,
    @Arg('activityId', () => ID, { description: 'The activity.' }) activityId: string,
    @Arg('otherId', () => ID, { nullable: true, description: 'The other activity, where it is about two.' })
    otherId: string | undefined,
    @Arg('reason', () => String, { description: 'Why it is right as it is.' }) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<boolean> {
    const said = reason.trim()
    if (!said || said.length > maxReasonLength) throw badInput(`Say why, in 1 to ${maxReasonLength} characters.`)
    if (!qualityRules.some((rule) => rule.code === code)) throw notFound('There is no such rule.')
    const written = await executeBound(
      context.em,
      `insert into quality_dismissal (activity_id, code, other_id, reason, dismissed_at, dismissed_by)
       select activity_id, $2, $3, $4, $5, $6 from activity where activity_id = $1 and provider_id = $7
       on conflict (activity_id, code, other_id) do update set reason = excluded.reason,
         dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by
       returning 1`,
      [
        activityId,
        code,
        otherId ?? '',
        said,
        context.now(),
        context.viewer.signedIn().displayName,
        context.viewer.ownProviderId(),
      ],
    )
    if (!written.length) throw notFound('There is no such activity, or it is not yours.')
    return true
  }

  @Mutation(() => Boolean, { description: 'Takes a dismissal back; false where there was none.' })
  async restoreQualityHint(
    @Arg('code', () => String, { description: 'Code of the rule.' }) code: string,
    @Arg('activityId', () => ID, { description: 'The activity.' }) activityId: string,
    @Arg('otherId', () => ID, { nullable: true, description: 'The other activity, where it is about two.' })
    otherId: string | undefined,
    @Ctx() context: ProvidersContext,
  ): Promise<boolean> {
    const gone = await executeBound(
      context.em,
      `delete from quality_dismissal using activity
       where quality_dismissal.activity_id = $1 and code = $2 and other_id = $3
         and activity.activity_id = $1 and provider_id = $4 returning 1`,
      [activityId, code, otherId ?? '', context.viewer.ownProviderId()],
    )
    return gone.length > 0
  }
}

async function questionOf(
  { viewer, now, similarTitles }: ProvidersContext,
  year: number,
  isDismissed: boolean,
): Promise<HintQuestion> {
  const today = centralDay(now())
  const providerId = viewer.ownProviderId()
  refuseOddYear(year, today)
  return { providerId, year, today, isDismissed, alike: await similarTitles.load(year) }
}

function hintOf({ otherId, ...found }: FoundHint): QualityHint {
  const { title, advice } = qualityRules.find(({ code }) => code === found.code) ?? { title: found.code, advice: '' }
  return { ...found, title, advice, otherId: otherId || null }
}
