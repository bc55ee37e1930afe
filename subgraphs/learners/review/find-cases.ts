import type { FilterQuery, QueryOrderMap } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { ReviewCase } from './review-case.js'
import { type ReviewKind, ReviewState } from './review-enums.js'

export interface CaseSelection {
  state: ReviewState
  kind?: ReviewKind | null
  providerId?: string | null
  after: string | null
  limit: number
}

/** How a list is ordered, and where a cursor stands in it. */
interface CaseOrder {
  orderBy: QueryOrderMap<ReviewCase>
  behind(cursor: string): FilterQuery<ReviewCase>
  placeOf(found: ReviewCase): (string | number)[]
}

const byHarm: CaseOrder = {
  orderBy: { harm: 'desc', caseId: 'desc' },
  behind(cursor) {
    const [harm, caseId] = fromCursor(cursor, ['NUMBER', 'UUID'])
    return { $or: [{ harm: { $lt: harm } }, { harm, caseId: { $lt: caseId } }] }
  },
  placeOf: ({ harm, caseId }) => [harm ?? 0, caseId],
}

const byChange: CaseOrder = {
  orderBy: { changedAt: 'desc', caseId: 'desc' },
  behind(cursor) {
    const [at, caseId] = fromCursor(cursor, ['INSTANT', 'UUID'])
    const changedAt = new Date(at)
    return { $or: [{ changedAt: { $lt: changedAt } }, { changedAt, caseId: { $lt: caseId } }] }
  },
  placeOf: ({ changedAt, caseId }) => [changedAt.toISOString(), caseId],
}

/** What waits is ordered by expected harm, what is over by when it was. */
export const orderOf: Record<ReviewState, CaseOrder> = {
  OPEN: byHarm,
  PROPOSED: byHarm,
  DECIDED: byChange,
  WITHDRAWN: byChange,
}

/** A page of cases. */
export function findCases(
  em: EntityManager,
  { state, kind, providerId, after, limit }: CaseSelection,
): Promise<ReviewCase[]> {
  const { orderBy, behind } = orderOf[state]
  return em.find(
    ReviewCase,
    {
      $and: [{ state }, kind ? { kind } : {}, providerId ? { providerId } : {}, after ? behind(after) : {}],
    },
    { orderBy, limit },
  )
}
