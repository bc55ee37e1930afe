import type { EntityManager } from '@mikro-orm/postgresql'
import type { Completion } from './completion.js'
import type { Scope } from './completion.policy.js'
import { findRecords } from './completion.query.js'

/** A page of one learner’s records. */
export interface HistoryKey {
  learnerId: string
  /** First and last day of completion; null for no bound. */
  from: string | null
  to: string | null
  /** As the ledger stood at an instant; null for as it stands. */
  knownAt?: Date | null
  after: string | null
  limit: number
}

/** Everything that tells one page from another but the learner. */
export const pageOf = ({ from, to, knownAt, after, limit }: HistoryKey) =>
  JSON.stringify([from, to, knownAt, after, limit])

/** The pages of many learners, the newest completion first: one statement for all that ask for the same page. */
export async function findHistories(
  em: EntityManager,
  scope: Scope,
  keys: readonly HistoryKey[],
): Promise<Completion[][]> {
  const found = new Map<string, Map<string, Completion[]>>()
  for (const [page, asked] of Map.groupBy(keys, pageOf)) {
    const [first] = asked
    if (!first) continue
    const records = await findRecords(em, {
      scope,
      and: [
        ...(first.from ? [{ where: 'c.completed_on >= ?::date', params: [first.from] }] : []),
        ...(first.to ? [{ where: 'c.completed_on <= ?::date', params: [first.to] }] : []),
      ],
      order: 'NEWEST_COMPLETED',
      after: first.after,
      knownAt: first.knownAt,
      limit: first.limit,
      ofEach: asked.map(({ learnerId }) => learnerId),
    })
    found.set(
      page,
      Map.groupBy(records, ({ listedFor }) => listedFor ?? ''),
    )
  }
  return keys.map((key) => found.get(pageOf(key))?.get(key.learnerId) ?? [])
}
