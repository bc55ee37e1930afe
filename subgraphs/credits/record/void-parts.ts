import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { type CountChange, countOf } from '../count/count-credit.js'
import type { LivePart } from './live-parts.js'

/** A part of the ledger: the learner it was written with, and its id. */
export type PartKey = Pick<LivePart, 'learnerId' | 'partId'>

const givenKeys = `jsonb_to_recordset($1::jsonb) as given ("learnerId" uuid, "partId" uuid)`

/** Takes parts out of the projection; a board that decides on one at this moment goes first. */
export async function leaveProjection(em: EntityManager, parts: readonly PartKey[]): Promise<CountChange[]> {
  const gone = await executeBound<Omit<CountChange, 'accepted' | 'pending'> & { status: string }>(
    em,
    `delete from live_credit using ${givenKeys} where learner_id = "learnerId" and part_id = "partId"
     returning activity_id as "activityId", provider_id as "providerId", board_code as "boardCode", status,
       (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"`,
    [JSON.stringify(parts)],
  )
  return gone.map(({ status, ...part }) => ({ ...part, ...countOf(status, -1) }))
}

/** Who takes parts back, and what for. */
export interface Voiding {
  by: string
  reason?: string
  /** The instant of the version that takes them back. */
  at: string
}

/** Appends the last decision on parts: that they are taken back. */
export async function decideVoided(em: EntityManager, parts: readonly PartKey[], voiding: Voiding): Promise<void> {
  await executeBound(
    em,
    `insert into part_decision (learner_id, part_id, sequence, decision, reason, decided_by, decided_at)
     select learner_id, part_id, max(sequence) + 1, 'VOIDED', $2, $3, $4::timestamptz
     from part_decision join ${givenKeys} on learner_id = "learnerId" and part_id = "partId"
     group by learner_id, part_id`,
    [JSON.stringify(parts), voiding.reason ?? null, voiding.by, voiding.at],
  )
}
