import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { RowCells } from '../batch/columns.js'
import type { OwnersFacts } from './look-up.js'
import { readSubmission } from './read-submission.js'
import { boardParts, isUnreadable, type MocClaim, type Submission, type UnreadableRow } from './submission.js'

/** The record with points that their board has rejected. */
export interface RefusedRecord {
  learnerId: string
  completionId: string
}

/** Rejected points by all that their board was told and could object to; as `claimKey` prints it. */
export type RefusedPoints = ReadonlyMap<string, RefusedRecord>

/** What a row says of points, in a form that is the same exactly when it says the same: names, birthday and board id included. */
export const claimKey = (learnerId: string, row: Submission, claim: MocClaim): string =>
  JSON.stringify([
    learnerId,
    row.activityId,
    row.completedOn,
    row.givenName,
    row.familyName,
    row.birthMonth,
    row.birthDay,
    claim.board,
    claim.boardId ?? null,
    claim.quarters,
    claim.lines.map(({ creditType, quarters }) => [creditType, quarters]),
  ])

/**
 * Points for the learners and activities of a chunk that boards have rejected, by what was said of them. Those of the record
 * that a row corrects stay out: whoever corrects it asks the board once more.
 */
export async function findRefusedPoints(
  em: EntityManager,
  rows: readonly (Submission | UnreadableRow)[],
  { matches }: OwnersFacts,
  corrects?: string,
): Promise<RefusedPoints> {
  const pairs = rows.flatMap((row) => {
    const { diplomate, further = [] } = matches.get(row.rowNumber) ?? {}
    if (isUnreadable(row)) return []
    return boardParts(row).flatMap(({ moc }, index) => {
      const learnerId = [diplomate, ...further][index]?.learnerId
      return moc && learnerId ? [{ learnerId, activityId: row.activityId }] : []
    })
  })
  if (!pairs.length) return new Map()
  const refused = await executeBound<RefusedPart>(em, refusedSql, [
    pairs.map(({ learnerId }) => learnerId),
    pairs.map(({ activityId }) => activityId),
  ])
  const others = refused.filter(({ completionId }) => completionId !== corrects)
  return others.length ? bySaying(em, others) : new Map()
}

interface RefusedPart extends RefusedRecord {
  /** The learner that the ledger has written it with. */
  writtenWith: string
  partId: string
  boardCode: string
}

/** Rejected parts by what the rows said that brought them; what came in no row cannot be said again by one. */
async function bySaying(em: EntityManager, refused: readonly RefusedPart[]): Promise<RefusedPoints> {
  const rows = await executeBound<{ partId: string; cells: RowCells }>(em, saidSql, [
    refused.map(({ writtenWith }) => writtenWith),
    refused.map(({ partId }) => partId),
  ])
  const saidOf = new Map(rows.map(({ partId, cells }) => [partId, readSubmission(0, cells)]))
  return new Map(
    refused.flatMap(({ learnerId, completionId, partId, boardCode }): [string, RefusedRecord][] => {
      const said = saidOf.get(partId)
      if (!said || isUnreadable(said)) return []
      const claim = boardParts(said).find(({ board }) => board === boardCode)?.moc
      return claim ? [[claimKey(learnerId, said, claim), { learnerId, completionId }]] : []
    }),
  )
}

/** The offset makes it one look-up for each pair, in the index that holds nothing but rejected points. */
const refusedSql = `
  select pair.learner as "learnerId", refused.learner_id as "writtenWith", refused.part_id as "partId",
    refused.completion_id as "completionId", refused.board_code as "boardCode"
  from (
    select distinct given.learner, coalesce(other.learner_id, given.learner) as person, given.activity
    from unnest($1::uuid[], $2::text[]) as given (learner, activity)
    left join merged_learner me on me.learner_id = given.learner
    left join merged_learner other using (survivor_id)
  ) as pair
  cross join lateral (
    select * from live_credit
    where learner_id = person and activity_id = activity and status = 'REJECTED' and kind = 'MOC'
    offset 0
  ) as refused`

const saidSql = `
  select part.part_id as "partId", said.cells
  from unnest($1::uuid[], $2::uuid[]) as refused (learner, part)
  join credit_part part on part.learner_id = refused.learner and part.part_id = refused.part
  join completion version on version.learner_id = part.learner_id and version.completion_id = part.completion_id
  join batch_row said on said.batch_id = version.batch_id and said.row_number = version.row_number`
