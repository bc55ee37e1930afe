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
  const found = await executeBound<RefusedRecord & { boardCode: string; cells: RowCells }>(em, refusedSql, [
    pairs.map(({ learnerId }) => learnerId),
    pairs.map(({ activityId }) => activityId),
  ])
  return new Map(
    found.flatMap(({ cells, boardCode, ...record }) => {
      const said = readSubmission(0, cells)
      if (isUnreadable(said) || record.completionId === corrects) return []
      const claim = boardParts(said).find(({ board }) => board === boardCode)?.moc
      return claim ? [[claimKey(record.learnerId, said, claim), record]] : []
    }),
  )
}

const refusedSql = `
  select pair.learner as "learnerId", refused.completion_id as "completionId",
    refused.board_code as "boardCode", said.cells
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
  ) as refused
  join credit_part part on part.learner_id = refused.learner_id and part.part_id = refused.part_id
  join completion version on version.learner_id = part.learner_id and version.completion_id = part.completion_id
  join batch_row said on said.batch_id = version.batch_id and said.row_number = version.row_number`
