import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../log.js'
import { pause } from '../pause.js'

const pauseMs = 500

/** A read model of what another part owns, and how it is kept: from zero by asking, and then event by event. */
export interface ReadModel<Event> {
  /** Under which the position in the owner’s events is remembered in `event_position`. */
  owner: string
  /** The next page of events; none when nothing is new. */
  events(after: string): Promise<{ events: Event[]; endCursor: string | null }>
  /** Takes a page of events over. An event may be told twice, and an event may tell of what was read already. */
  apply(transaction: EntityManager, events: readonly Event[]): Promise<void>
  /** Builds the read model from zero; resolves to the cursor that was taken before the first page was read. */
  rebuild(transaction: EntityManager): Promise<string>
}

/** Keeps a read model within a second of its owner. Of several workers one follows at a time. */
export async function follow<Event>(
  em: EntityManager,
  model: ReadModel<Event>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const more = await catchUp(em.fork(), model).catch((error: unknown) => {
      log.warn({ err: error, owner: model.owner }, 'events could not be followed; trying again')
      return false
    })
    if (!more) await pause(pauseMs, signal)
  }
}

/** Takes the next page of events; true when there may be more of them. */
export async function catchUp<Event>(em: EntityManager, model: ReadModel<Event>): Promise<boolean> {
  return em.transactional(async (transaction) => {
    const [lock] = await transaction.execute<{ ours: boolean }[]>(
      'select pg_try_advisory_xact_lock(hashtext(?)) as ours',
      [`follow ${model.owner}`],
    )
    if (!lock?.ours) return false
    const [known] = await transaction.execute<{ position: string }[]>(
      'select position from event_position where owner = ?',
      [model.owner],
    )
    if (!known) {
      await remember(transaction, model.owner, await model.rebuild(transaction))
      return true
    }
    const { events, endCursor } = await model.events(known.position)
    if (!events.length || !endCursor) return false
    await model.apply(transaction, events)
    await remember(transaction, model.owner, endCursor)
    return true
  })
}

/** Builds a read model from zero, whatever there is; whoever follows meanwhile waits and goes on behind it. */
export async function rebuildModel<Event>(em: EntityManager, model: ReadModel<Event>): Promise<void> {
  await em.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(hashtext(?))', [`follow ${model.owner}`])
    await remember(transaction, model.owner, await model.rebuild(transaction))
  })
}

async function remember(em: EntityManager, owner: string, position: string): Promise<void> {
  await em.execute(
    `insert into event_position (owner, position) values (?, ?)
     on conflict (owner) do update set position = excluded.position, updated_at = now()`,
    [owner, position],
  )
}
