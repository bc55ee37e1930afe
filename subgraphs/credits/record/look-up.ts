import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ActivityFacts, LearnerClaim, LearnerMatch, Owners } from '../owners/owners.js'
import { type LivePart, LiveParts } from './live-parts.js'
import { isUnreadable, type Submission, type UnreadableRow } from './submission.js'

/** What the other subgraphs know about a chunk of rows. */
export interface OwnersFacts {
  activities: Map<string, ActivityFacts>
  /** By row number. */
  matches: Map<number, LearnerMatch>
}

/** Asks the owners about a chunk: one call each, never per row. */
export async function askOwners(
  rows: readonly (Submission | UnreadableRow)[],
  owners: Owners,
  providerId: string,
): Promise<OwnersFacts> {
  const readable = rows.filter((row): row is Submission => !isUnreadable(row))
  if (!readable.length) return { activities: new Map(), matches: new Map() }
  const [activities, matches] = await Promise.all([
    owners.activityFacts([...new Set(readable.map(({ activityId }) => activityId))]),
    owners.matchLearners(readable.map(claimOf), providerId),
  ])
  return { activities, matches: new Map(zip(readable, matches)) }
}

/**
 * What our own ledger has of each learner and activity that meet in a row of a chunk, in one statement. The offset makes
 * it one look-up in the index for each pair, since the planner takes that for dearer than reading the whole table.
 */
export async function findLiveParts(
  em: EntityManager,
  rows: readonly (Submission | UnreadableRow)[],
  { activities, matches }: OwnersFacts,
): Promise<LiveParts> {
  const pairs = rows.flatMap((row) => {
    const match = matches.get(row.rowNumber)
    if (isUnreadable(row) || !match || !activities.has(row.activityId)) return []
    return matchedIds(match).map((learnerId) => ({ learnerId, activityId: row.activityId }))
  })
  const parts = await executeBound<LivePart>(
    em,
    `select learner as "learnerId", learner_id as "writtenWith", activity_id as "activityId", completed_on::text as "completedOn", kind,
            board_code as "boardCode", distinction, quarters, completion_id as "completionId", part_id as "partId", follows_board as "followsBoard"
     from (
       select distinct given.learner, coalesce(other.learner_id, given.learner) as person, given.activity
       from unnest($1::uuid[], $2::text[]) as given (learner, activity)
       left join merged_learner me on me.learner_id = given.learner
       left join merged_learner other using (survivor_id)
     ) as pair
     cross join lateral (
       select * from live_credit
       where learner_id = person and activity_id = activity and status in ('PENDING', 'ACCEPTED')
       offset 0
     ) as live`,
    [pairs.map(({ learnerId }) => learnerId), pairs.map(({ activityId }) => activityId)],
  )
  return new LiveParts(parts)
}

/** Learners of a chunk for whom this provider already has an accepted record. */
export async function findKnownLearners(
  em: EntityManager,
  providerId: string,
  { matches }: OwnersFacts,
): Promise<Set<string>> {
  const mismatched = [...matches.values()].flatMap(({ license }) =>
    license?.decision === 'MISMATCH' && license.learnerId ? [license.learnerId] : [],
  )
  if (!mismatched.length) return new Set()
  const known = await executeBound<{ learnerId: string }>(
    em,
    `select learner as "learnerId" from unnest($1::uuid[]) as mismatched (learner)
     where exists (
       select from live_credit
       where learner_id = any(same_learner(learner)) and provider_id = $2 and status = 'ACCEPTED'
     )`,
    [mismatched, providerId],
  )
  return new Set(known.map(({ learnerId }) => learnerId))
}

const matchedIds = ({ license, diplomate }: LearnerMatch) =>
  [license, diplomate].flatMap((part) => (part?.decision === 'MATCHED' && part.learnerId ? [part.learnerId] : []))

/** What a row says about its learner; a license only where the CME part, or a deletion, needs it. */
export function claimOf(row: Submission): LearnerClaim {
  const byLicense = row.cme || row.action === 'DELETE'
  return {
    givenName: row.givenName,
    familyName: row.familyName,
    birthMonth: row.birthMonth,
    birthDay: row.birthDay,
    completedOn: row.completedOn,
    ...(byLicense && row.state ? { state: row.state, licenseOrNpi: row.licenseOrNpi } : {}),
    ...(row.board ? { boardCode: row.board, boardId: row.boardId } : {}),
  }
}

const zip = (rows: readonly Submission[], matches: readonly LearnerMatch[]) =>
  rows.map((row, index): [number, LearnerMatch] => [
    row.rowNumber,
    matches[index] ?? { license: null, diplomate: null },
  ])
