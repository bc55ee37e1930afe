import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { inTime, PreparedTooEarly } from '../../shared/upload/in-time.js'
import { endHolds, findHolds, type HeldActivity, hold } from './activity-hold.js'

/** A change of an activity that may be made only where there is no credit, accepted or pending. */
export interface CreditDependence extends HeldActivity {
  /** Only points of these boards stand against it; undefined for any credit. */
  boards?: readonly string[]
}

/** How much credit there is cannot be said for sure yet. */
export class CreditUncertain extends PreparedTooEarly {
  constructor(
    private readonly em: EntityManager,
    readonly activityIds: readonly string[],
    private readonly free: readonly HeldActivity[] = [],
  ) {
    super('Credit may be arriving for these activities.')
  }

  override async mend(): Promise<void> {
    if (this.free.length) await this.em.transactional((transaction) => hold(transaction, this.free))
  }
}

/**
 * Makes sure that there is no credit for these activities, whatever is being recorded at this moment (A42, A43, M15).
 * Throws CreditUncertain until that is so: the caller begins a new transaction a moment later and judges anew. The first
 * time the activities are held then, which credits hears of and then records nothing for them; once credits has said that it has
 * heard, and so has told of everything recorded before, the sums are final, and the hold ends with the caller’s transaction.
 */
export async function makeCreditCertain(
  transaction: EntityManager,
  dependences: readonly CreditDependence[],
): Promise<void> {
  if (!dependences.length) return
  const activityIds = dependences.map(({ activityId }) => activityId)
  const holds = new Map((await findHolds(transaction, activityIds)).map((found) => [found.activityId, found.isHeard]))
  const free = dependences.filter(({ activityId }) => !holds.has(activityId))
  const uncertain = () => new CreditUncertain(transaction.fork(), activityIds, free)
  if (free.length || [...holds.values()].includes(false)) throw uncertain()
  if (await hasCredit(transaction, dependences)) throw uncertain()
  if ((await endHolds(transaction, activityIds)) < activityIds.length) throw uncertain()
}

/**
 * Changes activities in a transaction that begins anew until it is certain about credit. Throws OVERLOADED where that
 * takes longer than some seconds. What was held for a change that is then refused is let go.
 */
export async function whenCreditIsCertain<Result>(
  em: EntityManager,
  change: (transaction: EntityManager) => Promise<Result>,
  attempts?: number,
): Promise<Result> {
  const held = new Set<string>()
  const attempt = () =>
    em
      .fork()
      .transactional(change)
      .catch((error: unknown) => {
        if (error instanceof CreditUncertain) for (const activityId of error.activityIds) held.add(activityId)
        throw error
      })
  try {
    return await inTime(undefined, async () => undefined, attempt, attempts)
  } finally {
    if (held.size) await em.fork().transactional((transaction) => endHolds(transaction, [...held]))
  }
}

async function hasCredit(em: EntityManager, dependences: readonly CreditDependence[]): Promise<boolean> {
  const found = await executeBound(
    em,
    `select from activity_credit
     join jsonb_to_recordset($1::jsonb) as asked ("activityId" text, boards jsonb) on activity_id = "activityId"
     where accepted + pending > 0 and (boards is null or boards ? board_code)
     limit 1`,
    [JSON.stringify(dependences)],
  )
  return found.length > 0
}
