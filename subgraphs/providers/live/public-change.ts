import type { EntityManager } from '@mikro-orm/postgresql'
import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { cursorInvalid, notFound } from '../../shared/errors.js'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ProvidersContext } from '../context.js'

@Directive('@inaccessible')
@ObjectType({ description: 'Whether what everybody may read has changed.' })
export class PublicChange {
  @Field(() => String, { description: 'What is visible now; pass it as `since` next time.' })
  snapshot!: string

  @Field(() => Boolean, {
    description: 'True where something was committed that was not visible then, or nothing was given.',
  })
  hasChanged!: boolean
}

/**
 * Whether anything that everybody may read was committed since a snapshot. Unlike events it is told at once, however long
 * older transactions take, since all that follows from it is to read anew.
 */
export async function publicChangeSince(em: EntityManager, since: string | null): Promise<PublicChange> {
  if (since !== null && !/^\d{1,19}:\d{1,19}:[\d,]{0,20000}$/.test(since))
    throw cursorInvalid('That snapshot is not one of ours. Ask again without `since`.')
  const [change] = await executeBound<PublicChange>(em, changeSql, [since])
  if (!change) throw new Error('The database says nothing.')
  return change
}

// What another transaction had written but not committed has an older number than what was seen then, so it is not a number
// that is remembered, but who could be seen.
const changeSql = `
  select pg_current_snapshot()::text as snapshot, $1::pg_snapshot is null or exists (
    select from public_change
    where transaction_id >= pg_snapshot_xmin($1::pg_snapshot)
      and not pg_visible_in_snapshot(transaction_id, $1::pg_snapshot)
  ) as "hasChanged"`

const keptHours = 1
const hourMs = 3_600_000

/** Forgets changes every hour, until the signal: nobody asks with a snapshot from before. */
export async function keepForgettingChanges(em: EntityManager, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await executeBound(em.fork(), forgetSql, [keptHours]).catch((error: unknown) =>
      log.warn({ err: error }, 'old changes could not be forgotten; trying again in an hour'),
    )
    await pause(hourMs, signal)
  }
}

const forgetSql = 'delete from public_change where changed_at < now() - make_interval(hours => $1)'

/** For the gateway, which keeps answers for everybody as long as nothing has changed. */
@Resolver()
export class PublicChangeResolver {
  @Directive('@inaccessible')
  @Query(() => PublicChange, {
    description: 'Whether activities, registrations or providers have changed since a snapshot, for the gateway.',
  })
  publicChange(
    @Arg('since', () => String, { nullable: true, description: 'A snapshot of at most an hour ago.' })
    since: string | null,
    @Ctx() { em, viewer }: ProvidersContext,
  ): Promise<PublicChange> {
    if (viewer.claims) throw notFound('There is nothing at this address.')
    return publicChangeSince(em, since)
  }
}
