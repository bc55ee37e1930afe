import type { EntityManager } from '@mikro-orm/postgresql'
import { arrayText } from '../../shared/postgres/array-text.js'
import { executeAbout } from '../../shared/postgres/prepared.js'
import type { CompletionSource } from '../completion/completion.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'
import { writeCreditIds } from '../credit-id/credit-ids.query.js'
import { CreditTopic, tellOfCredit } from '../live/credit-news.js'
import { writeRems } from '../rems/rems-report.query.js'
import type { AwardedPart, JudgedBatch, PlacedVerdict, Verdict } from './verdict.js'
import { leaveProjection } from './void-parts.js'
import { writeDeletions } from './write-deletions.js'

/** On whose account verdicts are written. */
export interface Author {
  providerId: string
  source: CompletionSource
  submittedBy: string
  /** The person’s name, where one acts in person. */
  byName?: string
}

/** The same, where all of them are of one batch. */
export interface Authorship extends Author {
  /** Null for what no batch brought. */
  batchId: string | null
}

/** Writes the verdicts on one batch. */
export const writeVerdicts = (
  em: EntityManager,
  verdicts: readonly Verdict[],
  { batchId, ...author }: Authorship,
): Promise<void> => writeBatches(em, [{ batchId, verdicts }], author)

/**
 * Writes records, their parts and decisions into the ledger and keeps its projection and its sums. A row that deletes makes a version
 * of each record that it takes from. A part that a later row of the same chunk takes back is in the ledger with both decisions and
 * never in the projection.
 */
export async function writeBatches(em: EntityManager, batches: readonly JudgedBatch[], author: Author): Promise<void> {
  const verdicts = batches.flatMap((batch) => batch.verdicts.map((verdict) => ({ ...verdict, batchId: batch.batchId })))
  const voided = verdicts.flatMap((verdict) => verdict.voided.map(({ learnerId, partId }) => ({ learnerId, partId })))
  const voidedIds = new Set(voided.map(({ partId }) => partId))
  const awarded = verdicts.flatMap(({ batchId, rowNumber, awarded: parts }) =>
    parts.map((part) => ({ ...part, batchId, rowNumber, stays: !voidedIds.has(part.partId) })),
  )
  const gone = voided.length ? await leaveProjection(em, voided) : []
  const come = awarded.length ? await award(em, awarded, author) : []
  const left = voided.length ? await writeDeletions(em, verdicts, author) : []
  await countCredit(em, [...gone, ...come, ...left])
  await tellOfCredit(
    em,
    CreditTopic.RECORDED,
    awarded.filter(({ stays }) => stays),
  )
  await writeCreditIds(em, verdicts, author.providerId)
  await writeRems(em, verdicts, author)
}

type PlacedPart = AwardedPart & Pick<PlacedVerdict, 'batchId' | 'rowNumber'> & { stays: boolean }

async function award(em: EntityManager, parts: readonly PlacedPart[], author: Author): Promise<CountChange[]> {
  const { providerId, source, submittedBy, byName } = author
  const [recorded] = await executeAbout<{ recordedOn: string }>(
    em,
    parts.length,
    `with given as materialized (
       select * from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::date[], $10::uuid[], $11::int[], $12::text[], $13::text[],
         $14::text[], $15::int[], $16::text[], $17::text[], $18::jsonb[], $19::text[], $20::text[], $21::boolean[]
       ) as given ("learnerId", "completionId", "partId", "activityId", "completedOn", "batchId", "rowNumber", kind, "boardCode",
         distinction, quarters, status, "licensingState", lines, "followsBoard", follows, stays)
     ), written as (
       insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, batch_id, row_number,
         submitted_by, by_name, recorded_at)
       select distinct "learnerId", "completionId", $1, "activityId", "completedOn", $2, "batchId",
         case when "batchId" is not null then "rowNumber" end, $3, $4, statement_timestamp()
       from given
     ), parts as (
       insert into credit_part (learner_id, part_id, completion_id, kind, board_code, distinction, quarters, licensing_state, lines,
         follows_board, follows)
       select "learnerId", "partId", "completionId", kind, "boardCode", distinction, quarters, "licensingState", lines,
         "followsBoard", follows::uuid[] from given
     ), decisions as (
       insert into part_decision (learner_id, part_id, sequence, decision, decided_by, decided_at)
       select "learnerId", "partId", 1, status, $3, statement_timestamp() from given
     ), live as (
       insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code,
         distinction, quarters, status, licensing_state, lines, follows_board, source, recorded_at)
       select "learnerId", "partId", "completionId", $1, "activityId", "completedOn", kind, "boardCode",
       distinction, quarters, status, "licensingState", lines, "followsBoard", $2, statement_timestamp() from given where stays
     )
     select (statement_timestamp() at time zone 'America/Chicago')::date::text as "recordedOn"`,
    [providerId, source, submittedBy, byName ?? null, ...columnsOf(parts)],
  )
  if (!recorded) throw new Error('What was recorded has a day.')
  return parts
    .filter(({ stays }) => stays)
    .map(({ activityId, boardCode, status }) => ({
      activityId,
      providerId,
      boardCode,
      ...recorded,
      ...countOf(status, 1),
    }))
}

/** One list for each column of what is given. Lists within lists have to be of one length in Postgres, so what follows is text. */
const columnsOf = (parts: readonly PlacedPart[]) => [
  parts.map(({ learnerId }) => learnerId),
  parts.map(({ completionId }) => completionId),
  parts.map(({ partId }) => partId),
  parts.map(({ activityId }) => activityId),
  parts.map(({ completedOn }) => completedOn),
  parts.map(({ batchId }) => batchId),
  parts.map(({ rowNumber }) => rowNumber),
  parts.map(({ kind }) => kind),
  parts.map(({ boardCode }) => boardCode),
  parts.map(({ distinction }) => distinction),
  parts.map(({ quarters }) => quarters),
  parts.map(({ status }) => status),
  parts.map(({ licensingState }) => licensingState),
  parts.map(({ lines }) => JSON.stringify(lines)),
  parts.map(({ followsBoard }) => followsBoard ?? null),
  parts.map(({ follows }) => (follows ? arrayText(follows) : null)),
  parts.map(({ stays }) => stays),
]
