import type { EntityManager } from '@mikro-orm/postgresql'
import { appendLiveEvent } from '../../shared/live/live-events.js'

/** What happens to credit while somebody looks on: it is recorded or corrected, or a board decides on it. */
export const CreditTopic = { RECORDED: 'CREDIT_RECORDED', DECIDED: 'CREDIT_DECIDED' } as const
export type CreditTopic = (typeof CreditTopic)[keyof typeof CreditTopic]

/** A record, and the learner it was written with. */
export interface RecordKey {
  completionId: string
  learnerId: string
}

/** Tells those who look on of these records, in the transaction that makes it true: one event, however many they are. */
export async function tellOfCredit(
  em: EntityManager,
  topic: CreditTopic,
  records: readonly RecordKey[],
): Promise<void> {
  const once = [...new Map(records.map((record) => [record.completionId, record])).values()]
  await appendLiveEvent(em, {
    topic,
    ids: once.map(({ completionId }) => completionId),
    learnerIds: once.map(({ learnerId }) => learnerId),
  })
}
